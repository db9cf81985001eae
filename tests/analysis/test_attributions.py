"""What the analysis finds, as a table of invented sentences: content, source, kind, name, quote type."""

from dataclasses import dataclass
from functools import lru_cache

import pytest

import mediakit
from mediakit.model import Analysis, text_of


@dataclass(frozen=True)
class Row:
    """One text, and one attribution that must be found in it; None is not asked, "" is none."""

    text: str
    content: str
    source: str | None = None
    kind: str | None = None
    name: str | None = None
    quote: str | None = None
    stance: str | None = None
    reason: str | None = None
    continued: bool | None = None
    fails: str = ""


ROWS = [
    # marks
    Row("“The pump is dry,” said Mara Quill.", "The pump is dry", "Mara Quill", "named_person", "Mara Quill", "direct", "neutral"),
    Row('"The pump is dry," said Mara Quill.', "The pump is dry", "Mara Quill", "named_person", "Mara Quill", "direct"),
    Row("‘The town’s pump is dry,’ said Mara Quill.", "The town’s pump is dry", "Mara Quill", "named_person", "Mara Quill", "direct"),
    Row("'The town's pump is dry,' said Mara Quill.", "The town's pump is dry", "Mara Quill", "named_person", "Mara Quill", "direct"),
    Row("«The pump is dry», said Mara Quill.", "The pump is dry", "Mara Quill", "named_person", "Mara Quill", "direct"),
    Row("''The pump is dry,'' said Mara Quill.", "The pump is dry", "Mara Quill", "named_person", "Mara Quill", "direct"),
    Row("‘The drivers’ strike will go on until Friday,’ said Mara Quill.", "strike will go on until Friday", "Mara Quill", quote="direct"),
    Row("“He told me ‘never again’ and left,” said Mara Quill.", "He told me ‘never again’ and left", "Mara Quill", quote="direct"),
    Row("“We came at dawn.\nNobody was there,” said Mara Quill.", "Nobody was there", "Mara Quill", quote="direct"),
    Row("“We waited for an hour,” said Mara Quill. “Then we went home.”", "Then we went home", "Mara Quill", "named_person", "Mara Quill", "direct", continued=True),
    Row("“We waited,” said Mara Quill, “and then we went home.”", "and then we went home", "Mara Quill", quote="direct"),
    Row("“We waited for an hour,” said Mara Quill.\n\n“Then we all went home.”", "Then we all went home", "Mara Quill", continued=True),
    Row("Quill called the delay “our own mistake”. Mara Quill runs the mill.", "our own mistake", "Quill", "named_person", "Mara Quill", "partial"),
    # what stands before a name, and headlines
    Row("Activist Anna Quill said the pump was dry.", "the pump was dry", None, "named_person", "Anna Quill"),
    Row("River Bank CEO Anna Quill said the pump was dry.", "the pump was dry", None, "named_person", "Anna Quill"),
    Row("Senate Majority Leader Tom Brandt said the pump was dry.", "the pump was dry", None, "named_person", "Tom Brandt"),
    Row("Honest Anna Quill said the pump was dry. The council thanked Anna Quill.", "the pump was dry", None, "named_person", "Anna Quill"),
    Row("Mayor Reportedly Calls Anna Quill A Disgrace\n\nQuill said the pump was dry.", "the pump was dry", "Quill", "named_person", "Anna Quill"),
    Row("Vorn R. Tessel II, a writer, came late. Tessel said the pump was dry.", "the pump was dry", "Tessel", "named_person", "Vorn R. Tessel II"),
    Row("For years, Ilka Vessen was stuck. Then Vessen said the pump was dry.", "the pump was dry", "Vessen", "named_person", "Ilka Vessen"),
    Row("Ilka Vessen, 34, sold her van and fed her cats. Tom Brandt watched. “The pump is dry,” she said.", "The pump is dry", "she", "named_person", "Ilka Vessen"),
    Row("On Monday Anna Quill said the pump was dry.", "the pump was dry", None, "named_person", "Anna Quill"),
    Row("Scholars said the pump was dry.", "the pump was dry", "Scholars", "vague", ""),
    # indirect speech: where the cue stands, and what it is
    Row("Mara Quill said the pump was dry.", "the pump was dry", "Mara Quill", "named_person", "Mara Quill", "indirect", "neutral"),
    Row("Mara Quill said that the pump was dry.", "the pump was dry", "Mara Quill", quote="indirect"),
    Row("The pump was dry, Mara Quill said on Monday.", "The pump was dry", "Mara Quill", quote="indirect"),
    Row("The pump, Mara Quill said, was dry.", "was dry", "Mara Quill", quote="indirect"),
    Row("According to Mara Quill, the pump was dry.", "the pump was dry", "Mara Quill", "named_person", stance="neutral"),
    Row("The pump was dry, according to Mara Quill.", "The pump was dry", "Mara Quill", "named_person"),
    Row("In the words of one shopkeeper, “nobody tells us a thing”.", "nobody tells us a thing", "one shopkeeper", quote="direct"),
    Row("The report highlights concerns about the old pump.", "concerns about the old pump", "The report", "document", stance="endorsing"),
    Row("A report alleging that the pump was poisoned reached the council.", "that the pump was poisoned", "A report", "document", stance="doubting"),
    Row("The claim that the pump was poisoned has divided the town.", "that the pump was poisoned", fails="a noun cue without a speaker is not found"),
    Row("The pump has reportedly been dry for a week.", "been dry for a week", "", "hidden", stance="doubting"),
    Row("The pump was allegedly poisoned.", "poisoned", "", "hidden", stance="doubting"),
    Row("‘We are looking into it closely,’ said a\nRiver Office spokesperson.", "We are looking into it closely", "River Office spokesperson", "organization", "River Office", "direct"),
    Row("Lena Ortiz was warned by Mara Quill, who said that the pump was dry.", "the pump was dry", None, "named_person", "Mara Quill"),
    Row("Two neighbours, who said the lights went out at nine, have moved away.", "the lights went out at nine", "who", "vague"),
    Row("A report that was leaked on Monday, which claims that the pump failed twice, has not been printed.", "the pump failed twice", "which", "document"),
    Row("In Nora Feld’s view, nobody read the drawings.", "nobody read the drawings", "Nora Feld", "named_person", "Nora Feld"),
    Row("Mara Quill runs the mill. We met her there.\n\nQ: What went wrong?\nA: We lost the pump. Nobody told us why.", "We lost the pump. Nobody told us why", "", "named_person", "Mara Quill"),
    Row("Mara Quill runs the mill with Tom Brandt.\n\nQ: What went wrong?\nA: We lost the pump.", "We lost the pump", "", "hidden", ""),
    Row("Q. Is the bridge safe?\n\nA. It is safe.\n\nWe had it checked twice.\n\nQ. When?\n\nA. In May.", "We had it checked twice", "", "hidden"),
    Row("LENA ORTIZ: The bridge is safe.\nREPORTER: By whom was it checked?\nORTIZ: By an engineer from Halden.", "By an engineer from Halden", "ORTIZ", "named_person", "LENA ORTIZ"),
    Row("Nora Feld: In March. I told my boss the same day.", "I told my boss the same day", "Nora Feld", "named_person", "Nora Feld"),
    Row("DORNBY — Mayor Edda Frost said Tuesday the pumps had not come.", "the pumps had not come", "Edda Frost", "named_person", "Edda Frost"),
    Row("12.41 Ruiz adds that gas has been turned off. Fire chief Dana Ruiz took over at ten.", "gas has been turned off", "Ruiz", "named_person", "Dana Ruiz"),
    Row("Adler said that the delay was “our own mistake” and that it would not happen again.", "that the delay was “our own mistake”", "Adler", quote="partial"),
    # hidden sources
    Row("His alleged debts were the talk of the town.", "debts", "", "hidden", stance="doubting"),
    Row("It’s understood the guide has left the country.", "the guide has left the country", "", "hidden"),
    Row("It is believed that the fire began upstairs.", "the fire began upstairs", "", "hidden"),
    Row("It is understood the mill has been sold.", "the mill has been sold", "", "hidden"),
    Row("The plan was widely described as a disaster.", "a disaster", "", "hidden"),
    Row("The meeting was officially described as a ‘talk among neighbours.’", "talk among neighbours", "", "hidden", quote="partial"),
    # coreference
    Row("Mara Quill runs the mill. She said the pump was dry.", "the pump was dry", "She", "named_person", "Mara Quill"),
    Row("Jonas Adler, the spokesman, came late. The spokesman said the pump was dry.", "the pump was dry", "The spokesman", "named_person", "Jonas Adler"),
    Row("General Long Sandor came late. Long said the bridge was safe.", "the bridge was safe", "Long", "named_person", "Long Sandor"),
    Row("Jonas Adler met Mara Quill. Adler told her the pump was dry.", "the pump was dry", "Adler", "named_person", "Jonas Adler"),
    Row("Mara Quill met Jonas Adler. He said the pump was dry. She said it was not.", "it was not", "She", "named_person", "Mara Quill"),
    Row("The Ministry of Rivers sent no one. The ministry said the pump was dry.", "the pump was dry", "The ministry", "organization", "Ministry of Rivers"),
    Row("A study by Elm College counted the wells. The study says that half are dry.", "half are dry", "The study", "document"),
    Row("The mayor rejected the plan as “cheap”. Mayor Tobias Krantz left at noon.", "cheap", "The mayor", "named_person", "Tobias Krantz"),
    Row("Pia Lind left early. Lind’s captain, Sam Moore, disagreed with the referee. “It was a goal,” he said.", "It was a goal", "he", "named_person", "Sam Moore", "direct"),
    Row("Critics say it cost too much. “My son has no desk,” said a parent at Elm School.", "My son has no desk", "a parent at Elm School", "unnamed", "", "direct"),
    Row("Okafor and her colleagues found that people slept better. Hana Okafor leads the team.", "people slept better", "Okafor", "named_person", "Hana Okafor"),
    Row("The governor vowed to veto the bill. Gov. Luis Mora took office in January.", "to veto the bill", "The governor", "named_person", "Luis Mora"),
    Row("Council member Hugo Soto-Martínez spoke first. Soto-Martinez said a vote was due.", "a vote was due", "Soto-Martinez", "named_person", "Hugo Soto-Martínez"),
    Row("Marcus 2X, a longtime community organizer, said it was wrong.", "it was wrong", "Marcus 2X", "named_person", "Marcus 2X"),
    Row("Maryam Adelat, director of student services at East Side Union School District, said homes were scarce.", "homes were scarce", "Maryam Adelat", "named_person", "Maryam Adelat"),
    Row("The bill’s author, Democratic state Sen. Justin Wade, said it would pass.", "it would pass", "Justin Wade", "named_person", "Justin Wade"),
    Row("U.S. Secretary of Education Mikel Cardozo said the loans would end.", "the loans would end", "Mikel Cardozo", "named_person", "Mikel Cardozo"),
    Row("TJ Queen, 20, came with friends. Several of them said they would vote.", "they would vote", "Several of them", "vague", ""),
    # kinds
    Row("Two engineers who inspected the mill last year had warned that its walls were unsafe.", "its walls were unsafe", "Two engineers", "unnamed"),
    Row("The report puts the cost at $4 million. The mill, they say, is the last of its kind.", "is the last of its kind", "they", "vague"),
    Row("No 10 insists that nothing has changed.", "nothing has changed", "No 10", "organization"),
    Row("According to a company statement, prices will not rise.", "prices will not rise", "a company statement", "document"),
    Row("Southern Coast Edison officials said power was safe. Edison said no more.", "power was safe", "Southern Coast Edison officials", "unnamed"),
    Row("A spokesperson for Halden Water said supplies were normal.", "supplies were normal", "A spokesperson for Halden Water", "organization", "Halden Water"),
    Row("Halden Water said supplies were normal.", "supplies were normal", "Halden Water", "organization", "Halden Water"),
    Row("Moscow said the talks had gone well.", "the talks had gone well", "Moscow", "organization"),
    Row("According to the court filing, the fee was never paid.", "the fee was never paid", "the court filing", "document"),
    Row("Two officials, speaking on condition of anonymity, said the dam had a crack.", "the dam had a crack", "Two officials", "anonymous", reason="none"),
    Row("“The dam has a crack,” said an engineer who was not authorized to speak publicly.", "The dam has a crack", "an engineer", "anonymous", reason="stock"),
    Row("A worker who asked not to be named for fear of losing her job said the dam had a crack.", "the dam had a crack", "A worker", "anonymous", reason="given"),
    Row("A nurse at Ward 3 said beds ran out.", "beds ran out", "A nurse at Ward 3", "unnamed", ""),
    Row("Experts say the plan will fail.", "the plan will fail", "Experts", "vague", "", stance="neutral"),
    Row("Critics claim the plan will fail.", "the plan will fail", "Critics", "vague", stance="doubting"),
    Row("Sources within the army said the camp was empty.", "the camp was empty", "Sources within the army", "vague"),
    Row("It was a Tuesday, the guard answered.", "It was a Tuesday", "the guard"),
    Row("The bread will be baked at night, both houses confirmed on Monday.", "The bread will be baked at night", "both houses"),
    Row("The method has been doubted.", "The method", "", "hidden"),
    Row("Objections were raised about the colour of the roof.", "the colour of the roof", "", "hidden"),
    Row("The ferry line disputes that.", "that", "The ferry line", stance="act"),
    Row("Crows live for twenty years. According to the handbook of the Bird League, they can count.", "they can count", "the handbook of the Bird League", "document"),
    Row("Insiders suggest the talks went far deeper.", "the talks went far deeper", "Insiders", "vague", stance="doubting"),
    # who wants no name, and where the text says so
    Row("‘Nobody talks about it,’ one ministry insider told us, asking not to be identified.", "Nobody talks about it", "one ministry insider", "anonymous", "", reason="none"),
    Row("‘The valley will burn,’ said a retired commander, who requested that he not be named.", "The valley will burn", "a retired commander", "anonymous"),
    Row("“We had no beds,” said a nurse, who asked for her name not to be used.", "We had no beds", "a nurse", "anonymous"),
    Row("“We knew,” said a manager who was not cleared to speak to the press.", "We knew", "a manager", "anonymous", reason="stock"),
    Row("A porter, who is barred from talking to reporters, said the gate was open.", "the gate was open", "A porter", "anonymous", reason="stock"),
    Row("A Fed official, speaking on background, said rates would rise.", "rates would rise", "A Fed official", "anonymous"),
    Row("“They are afraid,” said a doctor whose name is being withheld for her safety.", "They are afraid", "a doctor", "anonymous"),
    Row("Three employees said the pump was dry. They spoke on condition of anonymity because they feared for their jobs.", "the pump was dry", "Three employees", "anonymous", reason="given"),
    Row("This story rests on talks with nine officials, who asked not to be named. One official said the mayor had wept.", "the mayor had wept", "One official", "anonymous"),
    Row("Two guards, who spoke on condition of anonymity, said the gate was open. The other said he was told to “sit still”.", "sit still", "The other", "anonymous"),
    Row("The mayor wrote an anonymous letter. An official said the bridge was safe.", "the bridge was safe", "An official", "vague"),
    Row("A clerk said the files were gone. The mayor asked not to be named in the suit.", "the files were gone", "A clerk", "vague"),
    Row("“I want to stay anonymous,” said a clerk. “I have children.”", "I want to stay anonymous", "a clerk", "vague"),
    Row("A man who was not allowed to vote said the rules were wrong.", "the rules were wrong", "A man", "vague"),
    Row("“Amira”, whose name has been changed, says she has bad dreams.", "she has bad dreams", None, "anonymous", ""),
    Row("The plan was dismissed as a gamble.", "a gamble", "", "hidden"),
    Row("Officers of the corps said the roads were closed. ‘We don’t talk,’ a senior officer told us, insisting that his name not be used.", "the roads were closed", "Officers of the corps", "unnamed"),
    Row("‘A road can starve you,’ said a former inspector, who spoke on the understanding that she would not be identified.", "A road can starve you", "a former inspector", "anonymous"),
    # bodies and their spokespeople
    Row("‘We take this seriously,’ said a Foreign Ministry\nspokeswoman.", "We take this seriously", "spokeswoman", "organization", "Foreign Ministry"),
    Row("The Justice Department said the county kept voters away.", "the county kept voters away", "The Justice Department", "organization", "Justice Department"),
    Row("The Readers’ Group met at noon. A council spokesman said: “We are listening.”", "We are listening", "A council spokesman", "unnamed", ""),
    Row("Fernleigh Council met at noon. A council spokesman said: “We are listening.”", "We are listening", "A council spokesman", "organization", "Fernleigh Council"),
    # a role that is meant by name, and who stands behind a passive
    Row("“We told them,” said Priya Raman, a lawyer. Mayor Beth Colson’s office sent a letter. Whether the mayor will sign it is unclear. She said she trusted the chief.", "she trusted the chief", "She", "named_person", "Beth Colson"),
    Row("The vicar said the bells were out of tune. The Rev. Paul Dray came in 2018.", "the bells were out of tune", "The vicar", "named_person", "Paul Dray"),
    Row("Librarian Ana Petrov says more children come.", "more children come", None, "named_person", "Ana Petrov"),
    Row("TOWN HALL — Plans to close the library were condemned as \"vandalism\" by residents on Tuesday night.", "Plans to close the library", "residents", "vague"),
    Row("The Lowland Bureau last month published a confidential assessment claiming that soldiers had crossed the river.", "that soldiers had crossed the river", "a confidential assessment", "document", stance="doubting"),
    Row("The victim, believed to be in his thirties, was taken away.", "to be in his thirties", "", "hidden"),
    Row("Dina Faria accused the council of lying.", "the council of lying", "Dina Faria", "named_person", "Dina Faria"),
    Row("The envoy was quoted as saying that Kessia was “seeing ghosts”.", "seeing ghosts", "The envoy", "unnamed"),
    Row("A press release called it “routine”. A leaked cable goes further. “Work has begun,” it states.", "Work has begun", "it", "document", "leaked cable"),
    Row("Denholm Council’s head of property, Mr Lewis Grey, disputed this.", "this", None, "named_person", "Lewis Grey"),
    Row("Storm latest\n14:32 Rail operator NorthLine says all trains are off.\n14:20 “Do not travel unless you have to.” The advice stands.", "all trains are off", "Rail operator NorthLine", "organization", "NorthLine"),
    Row("Storm Alva live\n14:32 Rail operator NorthLine says all trains are off.\n14:20 “Do not travel unless you have to.” The advice stands.", "Do not travel", "", continued=False),
    Row("A memo called it “routine”. Yet satellite images from June appear to show a crane.", "a crane", "satellite images", "document"),
    # stance
    Row("Mara Quill denied that the pump was dry.", "the pump was dry", "Mara Quill", stance="act"),
    Row("Mara Quill confirmed that the pump was dry.", "the pump was dry", "Mara Quill", stance="endorsing"),
    Row("Mara Quill admitted that the pump was dry.", "the pump was dry", "Mara Quill", stance="loaded"),
    Row("Mara Quill insisted that the pump was dry.", "the pump was dry", "Mara Quill", stance="doubting"),
    # broken text
    Row("The pump was dry.Mara Quill said nobody had checked it.", "nobody had checked it", "Mara Quill"),
    Row("“The pump is dry, said Mara Quill. The river runs south of the town. It is forty miles long.", "The pump is dry", "Mara Quill"),
    Row("- The pump is dry, Mara Quill said.\n- The river runs south.", "The pump is dry", "Mara Quill"),
    # a sentence that begins with a quotation begins a new content; a cue stands before its own
    Row('Tom Brandt, of the fire service, said crews had faced "extremely hard conditions". "Part of the roof had come down," he said.', "crews had faced", "Tom Brandt", "named_person", "Tom Brandt", "partial"),
    Row("She argued that a delay would break a court order and vowed to sue. “We’ll see them in court,” said Ada Quill.", "to sue", "She", stance="act"),
    Row("The Palace, sources insist, is ‘not panicking’. Yet the boos were loud.", "The Palace", "sources", "vague", "", "partial"),
    Row("Publicly, the firm maintains that the tour was a triumph. A statement issued on Saturday spoke of ‘warm and generous crowds’.", "warm and generous crowds", "A statement", "document"),
    # who hears, and who is expected to do something, does not speak
    Row("Tom Brandt has pleaded guilty and is expected to testify on Monday.", "to testify", "", "hidden"),
    Row("It was put to her that she had stolen the cash herself. “Absolutely not,” Ada Quill said.", "she had stolen the cash", "", "hidden", ""),
    Row("It is whispered that the mayor will resign in May.", "the mayor will resign", "", "hidden"),
    # a spokesman of the body that just spoke, or just acted
    Row("The council said that it had locked the site. A spokeswoman added: “We are sorry.”", "We are sorry", "A spokeswoman", "organization", ""),
    Row("Halden Council was not idle. Halden Council had hired a diver. “We never stop,” a spokesman said.", "We never stop", "a spokesman", "organization", "Halden Council"),
    Row("Tom Brandt said the pump was dry. “We never stop,” a spokesman said.", "We never stop", "a spokesman", "vague", ""),
    Row("In 2022 the National Academy of Marine Sciences estimated that half of the crabs had died.", "half of the crabs had died", None, "organization", "National Academy of Marine Sciences"),
    # "they" are those whom the sentence before was about
    Row("“I doubt it,” said Owen Price. The authors concede as much. They write that the result is weak.", "the result is weak", "They", "vague", ""),
    # words between commas that say who: what stands before, behind, or on both sides is the content
    Row("Two men sat in the hall and, according to three guards, agreed on nothing.", "agreed on nothing", "three guards", "vague"),
    Row("Vaccination rates have slipped to 86%, according to county data, well below the target.", "have slipped to 86%", "county data", "document"),
    Row("He was, by all accounts, a dreadful driver.", "a dreadful driver", "all accounts", "vague"),
    Row("Chairman Les Abbot is believed to be considering a change.", "to be considering", "", "hidden"),
    Row("Shares in the firm fell by a fifth after the retailer warned that profits would be low.", "that profits would be low", "the retailer"),
    # names that stand in a clause, behind a role, or beside a word that is no part of them
    Row("“Let them talk,” shrugged a baker who gave only his first name, Yusuf.", "Let them talk", "Yusuf", "named_person", "Yusuf"),
    Row("The writer Gwyn Parry compared him to “a piano falling down the stairs”.", "a piano falling", None, "named_person", "Gwyn Parry"),
    Row("Rival Oakhouse reported that its sales had risen by a tenth.", "its sales had risen", None, None, "Oakhouse"),
    Row("The Centers for Disease Control and Prevention says two doses are enough.", "two doses are enough", None, "organization", "Centers for Disease Control and Prevention"),
    Row("“He was kind,” said the former lock Tom Brandt in 1998.", "He was kind", "Tom Brandt", "named_person", "Tom Brandt"),
    Row("Ivor Quill wrote a book. His mother wanted him to be a priest. “She got a miner instead,” he wrote in it.", "She got a miner", "he", "named_person", "Ivor Quill"),
    Row("A refusal to play cost Ivor Quill his place, it has always been believed, though the judges never said so.", "cost Ivor Quill his place", "", "hidden"),
    # two verbs of speaking are two attributions, and what another verb governs is none of theirs
    Row("Mayor Ada Quill said she would order a review of the bridge and warned against hasty repairs.", "hasty repairs", "Ada Quill", "named_person", "Ada Quill", stance="act"),
    Row("On Friday Mayor Ada Quill said she would order a review of the bridge and warned against hasty repairs.", "order a review of the bridge", "Ada Quill", stance="neutral"),
    Row("Norland backs the army, while Tom Brandt said the rebels would win the war.", "the rebels would win", "Tom Brandt", "named_person", "Tom Brandt"),
    # signed quotations
    Row("“I am so tired of the noise.” ― Pamela Padilla\n“Nobody asked us about the road.” ― Jorge Falcon\n", "I am so tired of the noise", "Pamela Padilla", "named_person", "Pamela Padilla", "direct"),
    Row("“We are so tired of the noise.” ― Pamela Padilla\n“Nobody asked us about the road.” ― Jorge Falcon", "Nobody asked us about the road", "Jorge Falcon", "named_person", "Jorge Falcon", "direct", continued=False),
    # the verb behind the marks says who speaks, and not the sentence before
    Row("The Defence Ministry denied that any fire had broken out. ‘These are fairy tales,’ a duty officer snapped before hanging up.", "These are fairy tales", "a duty officer", "vague", "", stance="loaded"),
    Row("“We are here to listen,” began the project engineer, a Mr Dunphy, before he spoke for an hour.", "We are here to listen", "Dunphy", "named_person", "Dunphy"),
    Row("• Schools will be shut tomorrow, councils say\n\nReader Sue from Bude emails: “The noise is like a freight train.”", "The noise is like", "Sue", "named_person", "Sue"),
    # one of them is not everybody with the same work
    Row("Two officers spoke on condition of anonymity. One petty officer, who has served for years, told a paper that the roof leaks.", "the roof leaks", "petty officer", "unnamed"),
    Row("A person close to the case, who asked for anonymity because talks are going on, said a guard would confess.", "a guard would confess", "A person", "anonymous", reason="given"),
    # an apposition ends where a new subject begins
    Row("Governor Ada Quill called it a shame. In a note signed by her aide, Tom Brandt, the governor also promised free jackets for every boat.", "free jackets", "the governor", "named_person", "Ada Quill"),
    Row("The police put the figure at 14 on Sunday; the Red Cross later said it was 17.", "the figure at 14", "The police", "organization"),
    Row("The bypass will destroy a wood. The ministry itself admitted as much in 2016.", "as much", "The ministry", "organization", stance="loaded"),
    Row("Deaths have risen by a third, the Bureau of Justice Statistics reported on Monday.", "Deaths have risen", None, "organization", "Bureau of Justice Statistics"),
    Row("As the late, great Jane Jacobs once wrote, cities have “much more intricate concerns”.", "much more intricate concerns", "the late, great Jane Jacobs", "named_person", "Jane Jacobs"),
    Row("LAGOS, Nigeria — At least 17 people have died on the lagoon, emergency officials said.", "At least 17 people", "emergency officials", "vague"),
    Row("It is rumoured that a cousin of the president will take over; state television has been told to wait.", "will take over", "", "hidden"),
    # interviews whose questions have no letters
    Row("Ines Marchetti is back.\n\nWhere were you?\n\nHere, mostly. I ate a lot.\n\nWere you hurt?\n\nNo. My shoulder was fine.\n\nAnd now?\n\nNow I swim again.", "My shoulder was fine", "", "named_person", "Ines Marchetti"),
    Row("A manifest seen by two news agencies lists generators, tents and field kitchens.", "generators", "A manifest", "document"),
    Row("“We’ve been lucky twice,” a senior envoy warned, asking that neither his name nor his country be published.", "We’ve been lucky twice", "a senior envoy", "anonymous"),
    Row("Officials in Sarkovia contend that the trucks held missiles. “They can call it soup,” scoffed one of them, who declined to be identified.", "They can call it soup", "one of them", "anonymous"),
    Row("Figures show that cases rose by a tenth. Ofqual, the regulator, has been criticised for failing to act on warnings.", "failing to act", "", "hidden"),
]  # fmt: skip

WRITER = [
    "Correction: The bridge was built in May.",
    "Note: the pump is old and dry.",
    "Opening hours: The pool is open on Sunday.",
    "Q: Where is the pool?",
    "A. The pool is open on Sunday.",
    "The effects of the drought are being felt in both towns.",
    "Mara Quill declined to comment.",
    "Mara Quill refused to discuss details.",
    "A teacher wished to remain anonymous.",
    "The embassy has neither confirmed nor denied the note.",
    "Police have yet to confirm the time.",
    "Asked whether he had read it, Tom Nunes shrugged.",
    "The ministry did not respond to questions.",
    "A spokeswoman did not say what the workers are building.",
    "The so-called “miracle” bus did not come.",
    "She has read “The Long Road to Nowhere” twice.",
    "The square was empty at noon.",
    "It was a move that has not been acknowledged by either side.",
    "The world watches closely, knowing that the stakes are high.",
    "A fisherman asked that his name not be used.",
    "The verdict is expected on Friday.",
    "The talks were followed by a dinner in the castle.",
    "What nobody disputes is that the book has done real harm.",
    "It is a law that neither government has ever formally acknowledged.",
    "The Palace refused to be drawn.",
    "Asked last year if he had any regrets, Quill thought for a long time.",
    "Analysis: Why is the storm so strong?",
]


@lru_cache(maxsize=200)
def found(text: str) -> Analysis:
    return mediakit.analyze(text)


def marked() -> list:
    return [
        pytest.param(
            r, id=r.text[:50], marks=[pytest.mark.xfail(strict=True, reason=r.fails)] if r.fails else []
        )
        for r in ROWS
    ]


def same(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("row", marked())
def test_the_attribution_is_found(row: Row):
    analysis = found(row.text)
    fitting = [a for a in analysis.attributions if row.content in text_of(row.text, a.content)]
    assert fitting, [text_of(row.text, a.content) for a in analysis.attributions]
    attribution = fitting[0]
    if row.source is not None:
        source = text_of(row.text, attribution.source)
        assert (row.source in source) if row.source else source == ""
    asked = {"kind": row.kind, "quote": row.quote, "stance": row.stance, "reason": row.reason}
    assert {k: v for k, v in asked.items() if v is not None} == {
        k: getattr(attribution, k) for k, v in asked.items() if v is not None
    }
    if row.name is not None:
        assert (row.name or None) == attribution.name
    if row.continued is not None:
        assert row.continued == (attribution.continued is not None)


@pytest.mark.parametrize("text", WRITER)
def test_the_writer_speaks(text: str):
    analysis = found(text)
    assert [c.verdict for c in analysis.claims] == ["unsourced"], [
        text_of(text, a.content) for a in analysis.attributions
    ]


@pytest.mark.parametrize(
    "text",
    [
        "“Nobody wanted this,” said Mara Quill, who voted for the plan in the end.",
        "“You can’t rebuild a memory,” said Tomas Leary, whose grandfather worked there.",
        "“The pump is dry,” said Mara Quill, the mayor of Dornby since May.",
    ],
)
def test_what_describes_the_speaker_is_no_claim_of_the_writers(text: str):
    assert [c.verdict for c in found(text).claims] == ["sourced"]


def test_what_follows_a_relative_clause_is_the_writers():
    claim = found("Two neighbours, who said the lights went out at nine, have moved away.").claims[0]
    assert claim.verdict == "partly"


def test_a_question_of_the_writers_is_nobody_elses():
    text = "So what should parents do? “Ask who they’re writing to,” says Mette Holm."
    assert [c.verdict for c in found(text).claims] == ["unsourced", "sourced"]


def test_what_is_said_of_a_wording_is_the_writers():
    text = "Admiral Quill spoke of ‘an iron bridge between two shores,’ a phrase that recalls the old treaty of 1921."
    assert len(found(text).attributions) == 1


def test_the_numbers_of_a_list_are_no_claims():
    text = "Notes\n1. The pool is open on Sunday.\n2. The bridge was built in May."
    assert [text[slice(*c.span)] for c in found(text).claims][1:] == text.split("\n")[1:]


def test_a_line_that_begins_with_a_small_word_in_capitals_is_read():
    assert found("Dornby Press Office\nFOR IMMEDIATE RELEASE\n\nThe bridge was built in May.").claims


def test_a_line_that_begins_with_a_time_is_an_entry_of_its_own():
    text = "LIVE: Storm Alva\n\n16:52 Power cut to many homes\nWestern Power says some homes are dark.\n\n15:22\nThe bridge is shut."
    claims = [text[slice(*c.span)] for c in found(text).claims]
    assert claims[1:3] == ["16:52 Power cut to many homes", "Western Power says some homes are dark."]


def test_questions_of_a_column_make_no_interview():
    text = "\n\n".join(
        ["Who pays for it?", "We do, as ever.", "And who gains?", "Not our town.", "What now?", "I wait."]
    )
    assert not found(text).attributions


def test_a_lost_mark_does_not_swallow_the_rest():
    text = "“The pump is dry, said Mara Quill. " + "The river runs south of the town and on to the sea. " * 12
    assert sum(c.verdict == "unsourced" for c in found(text).claims) > 10


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("", "empty"),
        (" \n ", "empty"),
        (
            "Der Bürgermeister sagte am Montag, die Brücke sei sicher und werde erst im Mai wieder geöffnet.",
            "language",
        ),
    ],
)
def test_odd_text_gets_a_note(text: str, note: str):
    assert note in mediakit.analyze(text).notes


def test_every_answer_says_why():
    analysis = found("Experts say the plan will fail. Thefts doubled last year.")
    assert [a.why.rule for a in analysis.attributions] == ["empty"]
    assert analysis.attributions[0].kind == "vague"
    assert analysis.attributions[0].why.runner_up == "unnamed"
    assert analysis.claims[1].why is not None
    assert analysis.claims[1].why.rule == "fact"
