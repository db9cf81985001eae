"""Invented sentences about the cue: what it does with the words, and whom it tells or from whom they were heard."""

from row import Row

ASKED = (
    "\n\nDid you enjoy it?\n\nNot at all! I was freezing.\n\nAnd what do your parents say?\n\nThey let me choose. My father swims, too."
    "\n\nSome say you train too hard.\n\nPeople say a lot of things. My coach told me I would need a boat. I am still here."
    "\n\nWhat would you tell a girl who wants to quit?\n\nThat it is fine to quit. We are not machines.\n\nThe pool is open on Mondays."
)
"""An interview whose questions and answers name nobody."""

ROWS = [
    # what was done with the words belongs to the cue
    Row("Dora Flint appeared to suggest that the ferry was late.", "that the ferry was late", "Dora Flint", "named_person", cue="appeared to suggest", stance="doubting", whole=True),
    Row("Dora Flint seemed to admit that the ferry was late.", "that the ferry was late", "Dora Flint", cue="seemed to admit", stance="loaded", whole=True),
    Row("Dora Flint sought to insist that the ferry was late.", "that the ferry was late", "Dora Flint", cue="sought to insist", stance="doubting", whole=True),
    Row("Dora Flint was happy to confirm that the ferry was late.", "that the ferry was late", "Dora Flint", cue="was happy to confirm", stance="endorsing", whole=True),
    Row("Dora Flint let slip that the ferry was late.", "that the ferry was late", "Dora Flint", cue="let slip", stance="loaded", whole=True),
    Row("Dora Flint gave assurances that the ferry was safe.", "that the ferry was safe", "Dora Flint", stance="act"),
    Row("“The ferry is late,” Dora Flint raged on Monday.", "The ferry is late", "Dora Flint", stance="loaded"),
    Row("“The ferry is late,” Dora Flint sniped.", "The ferry is late", "Dora Flint", cue="sniped", stance="loaded"),
    Row("“The ferry is late,” Dora Flint thundered.", "The ferry is late", "Dora Flint", stance="loaded"),
    Row("Dora Flint reassured islanders that the ferry was safe.", "that the ferry was safe", "Dora Flint", stance="act"),
    Row("The tribunal ruled that the ferry was safe.", "that the ferry was safe", "The tribunal", stance="act"),
    Row("Dora Flint surmised that the ferry was late.", "that the ferry was late", "Dora Flint", stance="doubting"),
    # who is told something else needs no clause that describes him
    Row("Dora Flint told islanders at the pier that the ferry would go.", "that the ferry would go", "Dora Flint", "named_person", cue="told", whole=True),
    Row("Dora Flint told a crowd of about 90 islanders that the ferry would go.", "that the ferry would go", "Dora Flint", "named_person", whole=True),
    Row("The minister told a hall full of islanders that the tax would go.", "that the tax would go", "The minister", whole=True),
    # from whom it was heard
    Row("Moss heard from Dora Flint that the ferry was late.", "that the ferry was late", "Dora Flint", "named_person", "Dora Flint", cue="heard from"),
    Row("The firm learned from residents that the pier was shut.", "that the pier was shut", "residents", "vague", "", cue="learned from"),
    Row("Ned Moss got a text from Dora Flint: “The ferry is late.”", "The ferry is late", "a text from Dora Flint", "document"),
    Row("Ned Moss received a letter from the pier board saying the ferry was late.", "the ferry was late", "a letter from the pier board", "document", cue="saying", whole=True),
    Row("Ned Moss received a letter saying the pier was shut.", "the pier was shut", "a letter", "document", cue="saying", whole=True),
    # what the writer read or heard is said by whoever said it
    Row("I was astonished to read that Councillor Flint thinks the pier is “a luxury”.", "the pier is “a luxury”", "Councillor Flint", "named_person", "Flint", cue="thinks", whole=True),
    Row("I was sorry to hear that Dora Flint believes the pier is shut.", "the pier is shut", "Dora Flint", cue="believes", whole=True),
    Row("I read that Councillor Flint said the pier was old.", "the pier was old", "Councillor Flint", cue="said", whole=True),
    # who acts in the clause before, and who only asks
    Row("After the harbourmaster met islanders he said that the pier was shut.", "the pier was shut", "he", "unnamed", ""),
    Row("Councillor Flint left. When my mother taught here she always said that the pier was shut.", "the pier was shut", "she", "unnamed", ""),
    Row("Dora Flint left the room. When a nurse asked her about it, she said the pier was shut.", "the pier was shut", "she", "named_person", "Dora Flint"),
    Row("Emil Rade was there.\n\nNed Moss asked him about the pier. “It was shut,” he said.", "It was shut", "he", "named_person", "Emil Rade"),
    # a post is no part of the firm's name
    Row("Marek Lind, Managing Director of Tarn Valley Dairy, said the pier was shut. The company said it was new.", "it was new", "The company", "organization", "Tarn Valley Dairy"),
    Row("Marek Lind, Chief Executive of Norvik Foods, said the pier was shut. The company said it was new.", "it was new", "The company", "organization", "Norvik Foods"),
    # who answers in an interview
    Row("At 19, Nia Brand swims for Wexcombe. She talks to Owen Pratt about pain." + ASKED, "I was freezing", "", "named_person", "Nia Brand"),
    Row("Interview by Owen Pratt\n\nNia Brand, 19, swims for Wexcombe." + ASKED, "I was freezing", "", "named_person", "Nia Brand"),
    Row("Owen Pratt met the swimmer Nia Brand in Wexcombe." + ASKED, "I was freezing", "", "named_person", "Nia Brand"),
    Row("Nia Brand swims. Photograph: Owen Pratt" + ASKED, "I was freezing", "", "named_person", "Nia Brand"),
    Row("Nia Brand swims for Wexcombe." + ASKED, "People say a lot of things. My coach told me I would need a boat. I am still here", "", "named_person", "Nia Brand", whole=True),
    # what is only supposed, or judged by somebody
    Row("As Emil Rade is supposed to have said, some bells are best unrung.", "some bells are best unrung", "Emil Rade", stance="doubting"),
    Row("Emil Rade was adjudged to have handled the ball.", "to have handled the ball", "", "hidden"),
    Row("The emergency services said the pier was shut.", "the pier was shut", None, "organization"),
    Row("The governing body said the pier was shut.", "the pier was shut", None, "organization"),
    Row("Substitute Kofi Dale headed in. “I closed my eyes,” Dale said.", "I closed my eyes", "Dale", "named_person", "Kofi Dale"),
    # nobody says who thinks or calls it so
    *(
        Row(f"{words} the north pier would close.", "the north pier would close", "", "hidden", "")
        for words in ("The feeling is that", "The fear is that", "The suspicion is that", "The suggestion is that", "Tradition has it that")
    ),
    *(
        Row(f"The north pier {words}.", said, "", "hidden", "")
        for words, said in (("has been called unsafe", "unsafe"), ("was deemed unsafe", "unsafe"), ("was labelled a disgrace", "a disgrace"), ("is reputed to be haunted", "to be haunted"))
    ),
    Row("The navy said it was late. It did not say why. Rebel pilots accused the navy of firing on its own boat – a claim described by one envoy as ‘not as mad as it sounds’.", "the navy of firing on its own boat", "Rebel pilots"),
    Row("The UN mission called for ‘a full inquiry’ into the fire.", "‘a full inquiry’", "The UN mission", "organization"),
    Row("The mayor appeared to admit that the bridge would close.", "that the bridge would close", "The mayor", cue="appeared to admit", stance="loaded", whole=True),
    Row("Ned Moss signed a letter from engineers saying the pier was shut.", "the pier was shut", "Ned Moss a letter from engineers", "document", cue="saying", whole=True),
    Row("Nia Brand rows for Wexcombe." + ASKED.replace("My coach told me I would need a boat. I am still here", "Let them talk"), "People say a lot of things. Let them talk", "", "named_person", "Nia Brand", whole=True),
    # without "that", and by whose reckoning
    Row("My flatmate says I’m stingy. My mum thinks I should pay. My boyfriend says I should move out.", "I should pay", "My mum", "unnamed", cue="thinks"),
    Row("By one estimate, made by researchers at Oxford in 2019, the dead could outnumber the living.", "the dead could outnumber the living", "one estimate, made by researchers at Oxford in 2019", "document", whole=True),
    Row("By noon an online petition demanding that owner Stan Kowalczyk sell the team had 11,000 signatures.", "that owner Stan Kowalczyk sell the team", None, "document", whole=True),
    Row("The museum bought the skeleton in 1993 from a dealer for a sum it has never made public; two former employees put it at $400,000.", "it at $400,000", "two former employees", cue="put"),
    Row("Passengers' group Onboard puts the figure nearer 70.", "the figure nearer 70", "Onboard", "organization", "Onboard", cue="puts"),
    Row("The firm said at the time that it had done nothing wrong.", "that it had done nothing wrong", "The firm", "organization", cue="said"),
    Row("12:02 Around 85 per cent of schools are shut or partly shut, per the department's own figures.", "Around 85 per cent of schools are shut or partly shut", "the department's own figures", "document", cue="per"),
    Row("There are about 600 active cables worldwide, by the count of the research firm TeleScope, and they carry some 97% of traffic between continents.", "There are about 600 active cables worldwide", "the research firm TeleScope", "organization", "TeleScope"),
    Row("The museum acquired it by accident. It had bid, so the story goes, for the frame.", "It had bid for the frame", "", "hidden"),
    Row("The museum's director, Oyelaran Bisi, apologised to visitors in a statement on its website. \"We displayed in good faith what we believed to be genuine,\" the statement reads. \"We should have looked harder.\" Bisi declined to be interviewed, citing a pending insurance claim.\n\nOutside scientists were divided on what the affair means. Composite skeletons are commonplace in older museums, noted Piet van Deursen of the Leiden institute, who was not involved in the study; the offence is not to say so. \"Every museum has a Bertha,\" he wrote in an email. \"Most have several.\"", "Composite skeletons are commonplace in older museums", "Piet van Deursen", "named_person", "Piet van Deursen", cue="noted"),
    Row("The Institute for Fiscal Research has put out numbers. Teacher pay has fallen 9% in real terms since 2010, it calculates, compared with 2% across the public sector. The institute stresses that the figure depends on the starting year.", "Teacher pay has fallen 9% in real terms since 2010", "it", "organization", "Institute for Fiscal Research", cue="calculates"),
    Row("As per the complaint, a copy of which is with TNIE, employees were also asked to sign bonds of Rs 5 lakh.", "employees were also asked to sign bonds of Rs 5 lakh", "the complaint", "document", cue="As per", whole=True),
    Row("Afterwards the Chancellor's people put it about that he had enjoyed himself enormously.", "that he had enjoyed himself enormously", "the Chancellor's people", cue="put it about", whole=True),
    Row("There's research, much of it funded by people who sell books, suggesting that paper is better for memory.", "that paper is better for memory", "research", "document", cue="suggesting"),
    Row("By his own count he painted 312 pictures that hang, or hung, under other men's names.", "he painted 312 pictures that hang, or hung, under other men's names", "his own", cue="count"),
    Row("How strong is the effect? Not very, according to Dr Pete Lyle, a statistician at Open Numbers who had no part in the research. Eleven points sounds like a lot, but the scale runs from 0 to 200. Wearing glasses, he calculates from the same data set, has a bigger effect.", "Wearing glasses has a bigger effect", "he", "named_person", "Pete Lyle"),
    Row("It is whispered in the capital that Adami himself opposed the deployment.", "that Adami himself opposed the deployment", "", "hidden", cue="It is whispered", whole=True),
    Row("A 19-year-old driver struck a hydrant on Route 4. He told the trooper he had swerved to avoid a goose. No goose was located, according to the report.", "he had swerved to avoid a goose", "He", cue="told"),
    Row("One family from Luton drove to Kent for the opening, only to be told that there was “a snag with the roof”.", "there was “a snag with the roof”", "", "hidden"),
    Row("He was the first to be told that the quarry would close.", "that the quarry would close", "", "hidden"),
    Row("Why now? Officially, because the war is over. Unofficially, say people close to the palace, because polls for the ruling party have never been better. One adviser put it bluntly: “In June people will have seen their heating bills.”", "because polls for the ruling party have never been better", "people close to the palace"),
    Row("Her uncle, she later wrote in her memoir The Cold Orchard, taught her to listen at doors.", "taught her to listen at doors", "she"),
    Row("The state’s version is that the mayor asked for “guidance” and was given it.", "that the mayor asked for “guidance” and was given it", "The state"),
    Row("A claim circulating online that wolves are loose in the park is false.", "that wolves are loose in the park", "", "hidden"),
    Row("Magistrates in Selby heard that rats had eaten through the cable.", "that rats had eaten through the cable", "", "hidden"),
    Row("Seals charity Tide First says one in six pups is lost in the first week.", "one in six pups is lost in the first week", "Seals charity Tide First", "organization"),
    Row("Aune, asked whether her results supported that claim, chose her words with care: “They don’t contradict it. They don’t exactly shout it, either.”", "“They don’t contradict it. They don’t exactly shout it, either.”", "Aune", "named_person"),
    Row("The operator of a car ferry that began to take on water off the Isle of Harra last month had been warned twice about its bow doors, three members of the crew have told the Northern Post.", "had been warned twice about its bow doors", "three members of the crew", "unnamed", cue="have told"),
    Row("The Battle of Skarn Bridge was fought on 4 May 1644 between the armies of the Earl of Harle and Sir Ralph Penrow. Most historians agree that Penrow's cavalry arrived late. According to the chronicler William of Tarn, who was not present, the river \"ran red for three days\". Modern scholars regard this as an exaggeration. Estimates of the dead range from 200 to 2,000.\n\nThe bridge itself was long thought to have been destroyed in the fighting.", "the dead range from 200 to 2,000", "", "hidden"),
    Row("Persistent rumours that the king is ill were denied.", "that the king is ill", "", "hidden"),
    Row("2.10pm — Unconfirmed reports that a plane has slid off the runway. We are trying to verify this.", "that a plane has slid off the runway", "", "hidden"),
    Row("The boat has sunk, we are told. It was old.", "The boat has sunk", "", "hidden", whole=True),
    Row("The school is new. It has beanbags, I’m told.", "It has beanbags", "", "hidden", whole=True),
    Row("Last month the National Reading Trust announced that only one in three children reads for pleasure. Cue panic. \"A generation lost,\" thundered one newspaper. \"Illiteracy by TikTok,\" warned another.", "\"A generation lost,\"", "one newspaper", "organization", quote="direct"),
    Row("The “note” was set in a font that nobody had until 2007, as the fact-checking group ClearFacts pointed out within hours.", "The “note” was set in a font that nobody had until 2007", "the fact-checking group ClearFacts", "organization"),
    Row("The study found that the risk was low; one commissioned by the town found the opposite.", "the opposite", "one commissioned by the town"),
    Row("The alarm, it emerged, hadn't been switched on since the '90s. 'It kept going off,' explained the gallery's owner, Piers Pargeter,\n'so we stopped.' His insurers are understood to be less than delighted.", "The alarm hadn't been switched on since the '90s", "", "hidden"),
]  # fmt: skip
