"""Invented transcripts, and sentences about who holds which office: who speaks in them."""

from row import Row

RADIO = (
    "HOST: With me is Yusra Halabi, who teaches planning, and Tom Prewitt, who sells shoes.\n\nHALABI: It isn't free. Somebody pays for it.\n\n"
    "PREWITT: My customers see it another way.\n\nHALABI: They do not pay."
    "\n\nHOST: The board says it is."
)
COURT = (
    "THE COURT: You may begin.\n\nMR. LIND: The pier was closed in May.\n\nMS. ORTEGA: It was. The harbor board knew by March.\n\n"
    "MR. LIND: My client never saw that letter.\n\nTHE WITNESS: I saw it. It was on his desk.\n\nTHE COURT: We will break here."
)
PLAY = "MODERATOR\nGood evening. The first question is yours.\n\nSTONE\nWe built four schools.\n\nREYES\nThey built two. The rest are tents.\n\nSTONE\nThat is false.\n\nREYES\nIt is in the audit."
SLEUTHS = "Speaker 1: The pier is old.\n\nSpeaker 2: It was mended in May.\n\nSpeaker 1: Not by us. We have no money."
TIMED = "[00:00:04] Host: I am Lena Brandt, and this is Kerbside.\n[00:00:15] Dr. Omar Vance: We tested the pier. It moved by two inches.\n[00:00:21] Host: Two inches!"
DEBATE = "Senator Ann Stone (R): We built four schools.\nGovernor Luis Reyes (D): They built two. The rest are tents.\nSenator Ann Stone (R): That is false."

SLEEP = (
    "Q: My daughter says all her friends are up at midnight. Is that normal?\n\nA: It is common. Tom Rusk is a doctor, and he agrees.\n\n"
    "Q: Her school says phones are to blame.\n\nA: In part.\n\nDr Helen Marr is a sleep scientist. She was talking to Joe Finch."
)
SINGER = (
    "The singer Lola Marsh talks to Ben Acker about her songs.\n\nYou’ve said this is your last album. Did you mean it?\nI say that every time. My manager rolls his eyes.\n\n"
    "They called the last one dull. Did that hurt you?\nIt did, honestly. I cried.\n\nYour parents: how’s that going?\nMum charges me rent.\n\n"
    "There were reports that you’d left the band.\nThat’s rubbish. The papers made it up."
)

ROWS = [
    # labels of a transcript
    Row(RADIO, "It isn't free. Somebody pays for it", "HALABI", "named_person", "Yusra Halabi", whole=True),
    Row("On air\n\n" + RADIO, "My customers see it another way", "PREWITT", "named_person", "Tom Prewitt", whole=True),
    Row("On air today\n\n" + RADIO, "The board says it is", "HOST", "unnamed", "", whole=True),
    Row(COURT, "You may begin", "THE COURT", "organization", "", whole=True),
    Row("In court\n\n" + COURT, "My client never saw that letter", "MR. LIND", "named_person", "Lind", whole=True),
    Row("In court today\n\n" + COURT, "I saw it. It was on his desk", "THE WITNESS", "unnamed", "", whole=True),
    Row(PLAY, "They built two. The rest are tents", "REYES", "named_person", "Reyes", whole=True),
    Row("The debate\n\n" + PLAY, "We built four schools", "STONE", "named_person", "Stone", whole=True),
    Row(SLEUTHS, "Not by us. We have no money", "Speaker 1", "unnamed", "", whole=True),
    Row(TIMED, "We tested the pier. It moved by two inches", "Dr. Omar Vance", "named_person", "Omar Vance", whole=True),
    Row(DEBATE, "They built two. The rest are tents", "Governor Luis Reyes", "named_person", "Luis Reyes", whole=True),
    # whose office it is
    Row("Board president Hal Whitcomb voted no.\n\nThe union's president told the board that teachers are tired.", "that teachers are tired", "The union's president", "unnamed", ""),
    Row("Union president Hal Whitcomb voted no. The union's president said teachers are tired.", "teachers are tired", "The union's president", "named_person", "Hal Whitcomb"),
    Row("Dr Anselm Rooke, the trust's chief executive, left. The hospital's chief executive said it was late.", "it was late", "chief executive", "named_person", "Anselm Rooke"),
    Row("Police chief Dan Moor left early. The city's fire chief said it was late.", "it was late", "fire chief", "unnamed", ""),
    Row("Chief strategist Leila Osei left early.\n\nThe finance chief blamed weak demand in Asia.", "weak demand in Asia", "finance chief", "unnamed", ""),
    Row("Former Secretary of State and Democratic presidential frontrunner Hester Stone said it was late.", "it was late", "Hester Stone", "named_person", "Hester Stone"),
    Row("Former Secretary of Education and donor Ann Stone said it was late.", "it was late", "Ann Stone", "named_person", "Ann Stone"),
    Row("Secretary of Education and Republican donor Ann Stone said it was late.", "it was late", "Ann Stone", "named_person", "Ann Stone"),
    Row("Actor Maud Ferrier is superb. She told us so. The broadcaster claims eight million people watched.", "eight million people watched", "The broadcaster", "organization", ""),
    Row("Mayor Bo Lind left. Deputy mayor Ann Stone stayed. The mayor said it was late.", "it was late", "The mayor", "named_person", "Bo Lind"),
    Row("Deputy mayor Ann Stone left. The mayor said it was late.", "it was late", "The mayor", "unnamed", ""),
    Row("Head teacher Simon Achebe banned it. “It’s mine,” said one boy. Their teacher conceded they had a point.", "they had a point", "Their teacher", "unnamed", ""),
    Row("Not all of the neighbors are opposed. Harlan employs 140 people, among them Petrakis' own son-in-law, who said he'd gotten used to it. \"Smells like a paycheck to me,\" he joked.", "Smells like a paycheck to me", "he", "unnamed", ""),
    Row("Norvik Foods will cut 2,000 jobs. The Turin-based firm said that plants would close.", "that plants would close", "The Turin-based firm", "organization", "Norvik Foods"),
    Row("By his own account, Ned Moss never saw it.", "Ned Moss never saw it", "his own", "named_person", "Ned Moss"),
    Row("Mayor Denise Tolliver left. Tolliver, a Democrat who owns two houses, said it was late.", "it was late", "Tolliver", "named_person", "Denise Tolliver"),
    Row("Northway said it would not comment while the inquiry was under way. It has previously maintained that the boat was certified.", "that the boat was certified", "It", "organization", "Northway"),
    Row("Northway said the report was late. It added that the boat was certified.", "that the boat was certified", "It", "organization", "Northway"),
    Row("Emil Rade denies it. His barrister, Helena Shaw, suggested to Ned Moss that he had invented it. “That’s a lie,” he replied.", "That’s a lie", "he", "named_person", "Ned Moss"),
    Row("Emil Rade told Ned Moss that he was wrong. “Never,” he added.", "Never", "he", "named_person", "Emil Rade"),
    Row("His nephew Donal reckons half the stories were true. “The trouble,” he says, “is which half.”", "is which half", "he", "named_person", "Donal"),
    Row("Two letters exist. The second, from May, says that the pier is rotten.", "that the pier is rotten", "The second", "document"),
    Row("A letter was found. ‘I have told you,’ it begins.", "I have told you", "it", "document"),
    Row("The bill says 900. It led back to a message that was sent on Sunday. “Have you heard?” it begins.", "Have you heard", "it", "document", "message"),
    Row("The magazine praised the heavy heart of her brother’s sauce. He says he was quoted against himself. ‘My sauce was heavy,’ said Emil Pryce.", "he was quoted against himself", "He", "named_person", "Emil Pryce"),
    # no name that comes later is "he", where a man was told of
    Row("A woman claimed her ex-husband had let down her tires. He denied it.\n\nThe report was signed by Sgt. Bill Hanley.", "it", "He", "vague", ""),
    # a letter's greeting is a line of its own
    Row("Dear Dr. Nell,\nMy grandmother swears that wet hair is bad. Is it?", "that wet hair is bad", "My grandmother", "unnamed", ""),
    # what goes round without a speaker, behind a preposition
    Row("Oil rose 2% on reports that exporters were considering further cuts.", "that exporters were considering further cuts", "", "hidden", "", cue="reports"),
    Row("Shares fell amid reports that the bank would close.", "that the bank would close", "", "hidden", "", cue="reports"),
    # who holds what in a list, and offices with capitals
    Row("Present: Cllrs J Fearn (Chair), P Dass and S Wynn; the Clerk; nine members of the public.\n\nThe Clerk reported that it was late.", "that it was late", "The Clerk", "unnamed", ""),
    Row("Present: Cllrs J Fearn (Chair), P Dass and S Wynn.\n\nThe Chair reported that it was late.", "that it was late", "The Chair", "named_person", "J Fearn"),
    Row("The Economist said that it was late. The Clerk agreed.", "that it was late", "The Economist", "organization", "Economist"),
    Row("Pope Celestine spoke to tens of thousands of people in a rain-soaked St Peter's Square. He said it was late.", "it was late", "He", "named_person", "Celestine"),
    Row("“He speaks to all,” said his spokesman, Fr Matteo Conti.", "He speaks to all", None, "named_person", "Matteo Conti"),
    # users, and "they" for one
    Row("Theories ranged from a missile to the Second Coming. ‘That’s the Loch Ness Monster’s taxi,’ posted @skyeguy.", "That’s the Loch Ness Monster’s taxi", "@skyeguy", "vague", ""),
    Row("One worker, who asked that we call her Jen, said the llamas were nice. A colleague was less impressed. ‘It ate my lanyard,’ they said.", "It ate my lanyard", "they", "vague", ""),
    Row("Speaker of the House Ana Quill said it was late.", "it was late", None, "named_person", "Ana Quill"),
    Row("Deputy Leader of the House Lena Ortiz said it was late.", "it was late", None, "named_person", "Lena Ortiz"),
    Row("The wife of the House Speaker Tom Hale said it was late.", "it was late", None, "unnamed", ""),
    Row("The department’s permanent secretary, Sir Philip Hadlow, conceded that it was late. The shadow home secretary said the government should be ashamed.", "the government should be ashamed", "The shadow home secretary", "unnamed", ""),
    Row("His real name is Somchai Rattanakul. He is 26. Mr Somchai says that it was late.", "that it was late", "Mr Somchai", "named_person", "Somchai Rattanakul"),
    Row("Researchers at the University of Marlow tested him. They played him recordings of 60 broths and asked him to name the meat. Chance, they said, would have given him 15.", "Chance would have given him 15", "they", "unnamed", ""),
    # whom the writer asked
    Row("A man named Kyle said it was. Wilf has told nobody. Wilf laughs. What happens, I asked Kyle, if there’s a fire? He put me on hold. When he came back he said that it was late.", "that it was late", "he", "named_person", "Kyle"),
    Row("Q: The breeder told us our puppy was \"fully vaccinated\". Our own vet says there's no record of it. What now?\n— Cross, Cork\n\nA: Believe your vet. A vaccine that isn't written down wasn't given, as my old professor never tired of saying. Ask the breeder for the batch number. If he says he's lost it, start again.\n\nDr Tadhg Breen answers your questions every Saturday. He regrets that he can't reply to letters.", "Believe your vet. A vaccine that isn't written down wasn't given, as my old professor never tired of saying. Ask the breeder for the batch number. If he says he's lost it, start again", "", "named_person", "Tadhg Breen"),
    # an article under a headline with a name and a colon
    Row("Gov Roth: Keller Is ‘Trying to Pose as a Healer,’ ‘That Is Part of His Pitch’\n\nSunday, on Radio Melk, while talking of the strike, Governor Maria Roth said Keller is “trying to pose as a healer.”\n\nPartial transcript as follows:\n\nJAN TAPP: Do you think he has changed?\n\nROTH: I think he is trying. We will see.\n\nTAPP: And you will vote for him?\n\nROTH: I have said so. I stand by it.", "Keller is “trying to pose as a healer.”", "Governor Maria Roth", "named_person", "Maria Roth", whole=True),
    # who signs a quotation, behind it or in the line below
    Row("What the neighbours say:\n\n“It was loud all night.”\nAnna Roth, 34, nurse\n\n“I heard nothing.”\nJan Keller, 61, retired\n\n“The dogs barked.”\nMia Moser, 12, pupil", "“I heard nothing.”", "Jan Keller, 61, retired", "named_person", "Jan Keller", whole=True),
    Row("“A masterpiece.”\nThe Elbe Courier\n\n“Dull and long.”\nMelk Times", "“Dull and long.”", "Melk Times", "organization", "Melk Times"),
    Row("Last autumn, gardeners saw bees that could not fly. We asked entomologist Dr Ola Lindgren what is going on.\n\nFirst things first: are they really drunk?\n\nYes, some of them. We measured it.\n\nPesticides are said to be to blame. Is that wrong?\n\nIt is not wrong to worry. But our bees were clean.\n\nWhat happens when a drunk bee gets home?\n\nIt often doesn't get in. One keeper told me there was a war on.\n\nCan I help?\n\nPick up your pears. People email me about it.\n\nThe book is out in March.", "Pick up your pears. People email me about it", "", "named_person", "Ola Lindgren"),
    Row("Mayor to quit after ‘worst week of my life’\n\nIn the recording, a man who sounds like the mayor can be heard saying: “They’d vote for a lamp post.”", "“They’d vote for a lamp post.”", "a man who sounds like the mayor"),
    Row("As a woman, Ms. Lund drew less notice, Mr. Peel said.\n\nCORRECTION:\n\nAs printed in the Courier.\n\nEditor's Note: A report on Monday about Tess Lund, one of the divers in the wreck, based on accounts from two guards, said that she had ''talked openly'' about gold. On Wednesday, however, the harbour master, James Biggs, said that she had only sent a card.", "that she had only sent a card", "the harbour master, James Biggs"),
    Row("Anna Roth: ‘It Is Not A Silly Idea’ To Ask For A £15 Minimum Wage.\n\nWEXLEY — Sen. Anna Roth (I-Kt.) defended her call to raise the lowest wage to £15 an hour, saying the gains would outweigh the cost.\n\nRelated:\n\nAnna Roth: I’m Not Much Of A Rebel Compared To Lincoln.", "the gains would outweigh the cost", "Sen. Anna Roth (I-Kt.)"),
    Row("“I threw myself at it. The fans were like 10 extra players.”\n\nRovers match winner Paul Adler.\n\n“It is the best match I have ever played.”\n\nRovers forward Ned Moor.\n\n“I left some ligaments on the pitch but it was worth it.”\n\nRovers boss Luis Amsel.", "“It is the best match I have ever played.”", "Rovers forward Ned Moor", "named_person", "Ned Moor"),
    Row("Roy Hale was jailed on Monday. He hid Ms Anne Moor's keys in his shed under his boots. Ms Moor put his dog in his car. The next day he told the police he had slept.", "he had slept", "he", "named_person", "Roy Hale"),
    Row("Anna Pell spoke first. The bishop of the town said that Pell's plan was a trick. “They are cynical,” she said.", "They are cynical", "she", "unnamed"),
    # labels in capitals that ask and answer, also in marks; what stands in brackets ends a turn
    Row("HALE: Good evening. Is the harbour safe?\n\nMOOR: Well, look, Stone apparently thinks this is an episode of “Shark Pool.” But this is a town. His note was really mocking the fact that Hale was late, and —.\n\n(CROSSTALK.)\n\nHALE: So the gate will be closed?\n\nMOOR: Yes. Stone said so himself.", "Well, look, Stone apparently thinks this is an episode of “Shark Pool.” But this is a town. His note was really mocking the fact that Hale was late, and", "MOOR", "named_person", "Moor", cue="", whole=True),
    Row("HALE: Good morning. Is the harbour safe?\n\nMOOR: Well, look, Stone apparently thinks this is an episode of “Shark Pool.” But this is a town. His note was really mocking the fact that Hale was late, and —.\n\n(CROSSTALK.)\n\nHALE: So the gate will be closed?\n\nMOOR: Yes. Stone said so himself.", "Yes. Stone said so himself", "MOOR", cue="", whole=True),
    Row("\"HALE: Good evening. Is the harbour safe?\n\n\"MOOR: Well, look, Stone apparently thinks this is an episode of “Shark Pool.” But this is a town. His note was really mocking the fact that Hale was late, and —.\n\n\"(CROSSTALK.)\n\n\"HALE: So the gate will be closed?\n\n\"MOOR: Yes. Stone said so himself.", "Well, look, Stone apparently thinks this is an episode of “Shark Pool.” But this is a town. His note was really mocking the fact that Hale was late, and", "MOOR", "named_person", "Moor", cue="", whole=True),
    Row("\"HALE: Good morning. Is the harbour safe?\n\n\"MOOR: Well, look, Stone apparently thinks this is an episode of “Shark Pool.” But this is a town. His note was really mocking the fact that Hale was late, and —.\n\n\"(CROSSTALK.)\n\n\"HALE: So the gate will be closed?\n\n\"MOOR: Yes. Stone said so himself.\"", "Yes. Stone said so himself", "MOOR", cue=""),
    # block quotations, whose margin is lost
    Row("“She’s a disgrace,” Christof Adler said.\n\nThe governor added:\n\nIt’s typical of Ada Moor. She knows nothing, but the mouth never stops.\n\nMoor’s words on Tuesday came after the storm.", "It’s typical of Ada Moor. She knows nothing, but the mouth never stops", "The governor", cue="added", whole=True),
    Row("Mr Adler told the town hall:\n\nWe will not sell the mill. I have said so before, and I will say it again: the mill stays.\n\nThe council meets on Friday.", "We will not sell the mill. I have said so before, and I will say it again: the mill stays", "Mr Adler", cue="told", whole=True),
    Row("The letter reads:\n\nDear tenants, your heating will be off from Monday. We are sorry.\n\nThe mayor has been told.", "Dear tenants, your heating will be off from Monday. We are sorry", "The letter", "document", whole=True),
    Row("The committee recommended the following:\n\nClose the pool on Mondays.\nRaise the price of a ticket.\n\nThe council votes in May.", "Close the pool on Mondays. Raise the price of a ticket", "The committee", whole=True),
    Row("Asked about the leak, the ministry replied:\n\n- We do not comment on rumours.\n\n- The dam is safe and was checked in May.\n\nThe dam was built in 1961.", "We do not comment on rumours. - The dam is safe and was checked in May", "the ministry", whole=True),
    # who answers is told below
    Row(SLEEP, "In part", "", "named_person", "Helen Marr", cue="", whole=True),
    Row("Sleep\n\n" + SLEEP, "It is common. Tom Rusk is a doctor, and he agrees", "", "named_person", "Helen Marr", cue="", whole=True),
    # answers in the line below their questions, the last without a question mark
    Row(SINGER, "Mum charges me rent", "", "named_person", "Lola Marsh", cue="", whole=True),
    Row("Songs\n\n" + SINGER, "That’s rubbish. The papers made it up", "", "named_person", "Lola Marsh", cue="", whole=True),
    Row("Present: Cllr J. Pell (Chair), Cllr R. Moss, Cllr S. Dunn, the Clerk.\n\nCllr Moss reported that it was late. The Clerk said that the lake was dry.", "that the lake was dry", "The Clerk", "named_person", "S. Dunn"),
    Row("The fire cost Darnell Moss his home. The Mosses said they were thankful to be alive.", "they were thankful to be alive", None, "named_person", "Darnell Moss"),
    Row('"I am screaming," said Darnell Price. Dispatchers have been working overtime, their union says.\n\nThe Prices are staying with relatives. They say they are thankful to be alive.', "they are thankful to be alive", "They", "named_person", "Darnell Price"),
    Row("Anna Flint says she has had twelve. ‘Where is the rest?’ I asked her. She pointed at the goat. ‘Ask him.’", "‘Ask him.’", "She", "named_person", "Anna Flint"),
    Row("Marvin Teller told the Post that the bird went missing. According to his account, a mother telephoned the next morning.", "a mother telephoned the next morning", "his account", "named_person", "Marvin Teller"),
    Row("Dr Fenella Roche thinks it was stolen.\n\nPiers Pargeter isn't laughing. The painting was his mother's favourite. She used to tell visitors that the cow 'had the only honest face in the room'.", "that the cow 'had the only honest face in the room'", "She", name=""),
    Row("'They came in through the skylight': gallery heist baffles police\n\nThe theft of a painting has left police baffled.", "'They came in through the skylight'", "", "hidden"),
    Row("Lawyers for the animal’s owner, Fiona Crail, 52, argued that Brutus had been guarding a sandwich at the time.", "that Brutus had been guarding a sandwich", None, "unnamed", ""),
    Row("Giving evidence, postman Alec Rennie, 44, denied he had reached for it. Procurator Morven Shaw asked whether he had ever given the dog food. “Once,” he admitted.", "“Once,”", "he", "named_person", "Alec Rennie"),
    Row("The company’s then safety chief, Ruud Bakker, is recorded as replying: ‘Noted.’", "‘Noted.’", None, "named_person", "Ruud Bakker", whole=True),
    Row("By Luke Farrant and agencies\n\nA senior aide to the mayor of Thornbury has resigned after text messages in which he called residents of a housing estate ‘vermin’ were\nleaked to a local radio station.", "residents of a housing estate ‘vermin’", "he", name=""),
]  # fmt: skip
