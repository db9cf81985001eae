"""Invented sentences about where a claim begins and ends, and about whole names; each misses a rule of its own."""

from row import Row

LONG = "The ferry was late on Monday, and nobody in the harbour knew when it would go again, since the engine had failed for the third time in a month and the board had no money left."
"""A paragraph in one line, so that line breaks are meant."""

ROWS = [
    # a heading between paragraphs is a line of its own
    Row(f"It was cold.\n{LONG}\nHarbour life\nThe money is gone, according to Dora Flint, who keeps the books.\n{LONG}", "The money is gone", "Dora Flint, who keeps the books", whole=True),
    # the article belongs to its noun
    Row("Ned Moss floated the idea of a second pier.", "the idea of a second pier", "Ned Moss", whole=True),
    # the subject before the words between commas
    Row("Villagers, critics wrote “was sold for a song. A second bridge may fall by May.”", "Villagers “was sold for a song. A second bridge may fall by May.”", "critics", whole=True),
    # a semicolon parts two speakers
    Row("The mayor said the pier was safe; the divers found that it was rotten.", "the pier was safe", "The mayor", whole=True),
    # two claims share no words
    Row("Dora Flint doubts that it matters: ships, she notes, can be seen from the pier.", "that it matters", "Dora Flint", whole=True),
    # what stands between dashes, and in brackets
    Row("Villagers – who noted the town's only clinic had been shut – left early.", "the town's only clinic had been shut", None, whole=True),
    Row("The pier was closed (the board later disclosed that it was rotten).", "that it was rotten", "the board", whole=True),
    Row("Moss left early (his wife said he was ill), and Flint stayed.", "he was ill", "his wife", whole=True),
    # a phrase that is cut ends at its comma
    Row("The union regards the boat as its own, a view not shared by Dora Flint.", "the boat as its own", "The union", whole=True),
    # what stands before a colon
    Row("Money is short: the town's only clinic, a spokesman for the harbour insists, is dry.", "the town's only clinic is dry", "a spokesman for the harbour", whole=True),
    Row("It is the same every year: the money, divers says, is always late.", "the money, is always late", "divers", whole=True),
    # what is not said, and what becomes of it
    Row("Ned Moss said the ferry was late but would not say why.", "the ferry was late", "Ned Moss", whole=True),
    Row("Police said a man was held but did not give his name.", "a man was held", "Police", whole=True),
    Row("Ned Moss called for an inquiry, a demand that the county resists.", "an inquiry", "Ned Moss", whole=True),
    Row("Dora Flint asked for more time, a request that was refused.", "for more time", "Dora Flint", whole=True),
    Row("Dora Flint said the pier was rotten, a claim that the board denies.", "the pier was rotten", "Dora Flint", whole=True),
    Row("Ned Moss said the ferry was late before claiming that the pier was shut.", "that the pier was shut", "Ned Moss", cue="claiming", whole=True),
    # whole names
    Row("Rivers and Wetlands Watch (RWW) said it was late.", "it was late", None, "organization", "Rivers and Wetlands Watch"),
    Row("The Wexcombe Roads and Bridges Association (WRBA) said it was late.", "it was late", None, "organization", "Wexcombe Roads and Bridges Association"),
    Row("The Department of Homelessness and Supportive Housing said it was late.", "it was late", None, "organization", "Department of Homelessness and Supportive Housing"),
    Row("Wextel says the money may fall by May.", "the money may fall by May", "Wextel", "named_person", "Wextel"),
    Row("Governor of Lower Kestrel Ann Stone said it was late.", "it was late", None, "named_person", "Ann Stone"),
    Row("Mayor of North Wexcombe Dora Flint said it was late.", "it was late", None, "named_person", "Dora Flint"),
    # nobody says it
    Row("The man, thought to be a diver, was found on Monday.", "to be a diver", "", "hidden", ""),
    Row("Residents spoke of streets filled with water.", "streets filled with water", "Residents", "vague", whole=True),
    Row("There were reports that the pier was rotten.", "that the pier was rotten", "", "hidden", "", whole=True),
    Row("There was talk that the ferry would stop.", "that the ferry would stop", "", "hidden", "", whole=True),
    Row("He told me to “shut up”.", "me to “shut up”", "He", cue="told", whole=True),
    # what a relative clause tells is not what its sentence tells
    Row("The pier, which divers say is rotten, was closed.", "is rotten", "divers", "vague", whole=True),
    Row("The city bought a machine that officials say will save money.", "will save money", "officials", whole=True),
    Row("He owns a boat that he claims is the fastest in the bay.", "is the fastest in the bay", "he", whole=True),
    Row("The man who police believe set the fire was held on Monday.", "set the fire", "police", "organization", whole=True),
    Row("The board closed the pier over the protests of shopkeepers, who said it would ruin them.", "it would ruin them", "who", "vague", ""),
    Row("It was cold.\n\nThe leopard was a gift, he maintains, and the family only lent it to the museum.", "the family only lent it to the museum", "he", cue="maintains"),
    Row("The union wrote to the board in March, asking for the pier to be “shut at once”.", "for the pier to be “shut at once”", "The union", cue="asking", whole=True),
    # who is to be believed
    Row("Skellan has, if the guidebooks are to be believed, the best oysters in the sea.", "Skellan has the best oysters in the sea", "the guidebooks", "document"),
    Row("The council, if its leader is to be believed, has no money.", "The council has no money", "its leader", "unnamed"),
    Row("The board has a letter, according to which the pier is rotten.", "the pier is rotten", "a letter", "document", whole=True),
    Row("That’s true, as Moller readily admits.", "That’s true", "Moller", whole=True),
    # a title of several words
    Row("RT said it was late. It was told so by RT.", "it was late", "RT", "organization", "RT"),
    Row("Rt Hon Ann Stone MP said it was late.", "it was late", None, "named_person", "Ann Stone", whole=True),
    # who was called so
    Row("The Norwegian skier Lars Bo won. Swede Mara Quill came third. The Norwegian said it was hard.", "it was hard", "The Norwegian", "named_person", "Lars Bo"),
    Row("Republican Ann Stone won. Lena Ortiz, a Democrat, lost and wept. The Republican said it was hard.", "it was hard", "The Republican", "named_person", "Ann Stone"),
    # a clause that the parser cuts at its "and"
    Row("The ruling came after a suit by 11 residents, who say they lost medication, birth certificates and, in one case, the ashes of a parent.", "they lost medication, birth certificates and, in one case, the ashes of a parent", "who", whole=True),
    # another tense, another verb of speaking
    Row("Supervisor Gail Petersen conceded that the numbers don’t add up but blamed the state.", "that the numbers don’t add up", "Supervisor Gail Petersen", whole=True),
    Row("The postman tells it differently: he saw Slade on Tuesday.", "he saw Slade on Tuesday", "The postman", whole=True),
    # who goes along
    Row("Judge Ann Shaw jailed him. Dunmore, who showed no emotion, was led away muttering that he would appeal.", "that he would appeal", "Dunmore", "named_person", "Dunmore"),
    # a blank before the closing mark
    Row("'Where's the ring, Dom?? ' asked one. Another wrote: 'I've got a bad feeling about this.'", "'Where's the ring, Dom?? '", "one", "vague", whole=True),
    # whom the parser takes for others
    Row("Hyun-woo Bae was there. The other 9 percent, joked Bae, “must have been asleep when we asked.”", "must have been asleep when we asked", "Bae", "named_person", "Hyun-woo Bae"),
    Row("But the dam, an engineer at the site tells me, was drained in July.", "But the dam was drained in July", "an engineer at the site", whole=True),
    Row("Is it true? The presidency insists that he is well. But the dam, an engineer at the site tells me, was drained in July.\n\nWestern diplomats shrug. “Dead, alive,” one ambassador said.", "the dam was drained in July", "an engineer at the site", whole=True),
    Row("The Academy has recommended since 2014 that schools begin late.", "that schools begin late", "The Academy", whole=True),
    Row("“I should be stronger,” said the German. Team-mate Cal Dooley begged to differ: “Jonas is being polite. It was a disgrace.”", "It was a disgrace", "Team-mate Cal Dooley", "named_person", "Cal Dooley"),
    Row("‘Theoretical,’ was how the deputy minister, Rumen Asenov, described it to parliament in May; he has since been promoted.", "‘Theoretical,’", "the deputy minister, Rumen Asenov", "named_person", "Rumen Asenov", "direct", whole=True),
    Row("The American Academy of Pediatrics has recommended since 2014 that middle and high schools begin no earlier than 8:30.", "that middle and high schools begin no earlier than 8:30", "The American Academy of Pediatrics", whole=True),
    # what only follows
    Row("Critics have fumed. Grace Muthoni was heard to say that those who burned tyres “should not be surprised by smoke”. Her office says that she was misquoted; the station stands by its recording.", "that she was misquoted", "Her office", whole=True),
    Row("Another user insisted she had smelled sulphur – something Dr Priya Nair of the Royal Observatory says isn’t impossible.", "she had smelled sulphur", "Another user", whole=True),
    Row("A spokesman said that it was late. Representative Al Medina said that it showed nothing of the kind; the deficit, he argued, was the fruit of tax cuts.", "the deficit was the fruit of tax cuts", "he", "named_person", "Al Medina"),
    Row("The harbour is, says its owner, a great place.", "The harbour is a great place", "its owner", whole=True),
    Row("Rep. Tom Quill, the top Democrat on the House Harbor Committee, called on President Hale to retaliate against Tavria for interference in the harbor vote -- meddling the Kestrel congressman said is designed to \"sow discord\" in Tavrian politics and to help elect Len Moss.\n\n\"What makes this new is not the theft,\" Quill said.", "is designed to \"sow discord\" in Tavrian politics and to help elect Len Moss", cue="said"),
    Row("The firm says it is sorry; the council is not.", "it is sorry", "The firm", whole=True),
    Row("Within hours an account was claiming that the horse had been “got at”, a suggestion Boyle called “vile”.", "that the horse had been “got at”", "an account", whole=True),
    Row("Dr Fiona Castell urged them to have their eyes checked. Honey, she pointed out, is not sterile.", "Honey is not sterile", "she", "named_person", "Fiona Castell", whole=True),
    Row("They showed men unloading crates from a plane, and were quickly dismissed by the foreign ministry as ‘theatre’.", "as ‘theatre’", "the foreign ministry", "organization", cue="dismissed"),
    Row("Hundreds of Tavrian soldiers have been deployed to the desert\nnorth of Oumara, a move that has not been confirmed by either\ngovernment but which Western and African officials now describe as\n‘an open secret’.\n\nThe first photographs appeared in late August. They showed men in\nunmarked uniforms unloading crates from an Ilyushin cargo plane,\nand were quickly dismissed by Tavria’s foreign ministry as ‘theatre’.", "‘an open secret’", "Western and African officials", "vague"),
    Row("Ski tourers had been “wandering about like cows”, its chief executive, Reto Amstutz, told the local paper; one had been missed by a piste machine by, he claimed, “the length of a sausage”.", "one had been missed by a piste machine by “the length of a sausage”", "he", "named_person", "Reto Amstutz", whole=True),
    Row("Ms Caduff isn’t waiting. Every morning at six she walks up the mountain past the ticket machine, which, she says with some satisfaction, has been out of order since May.", "has been out of order since May", "she", whole=True),
    Row("Muttering that he would appeal, Dunmore was led away.", "that he would appeal", "Dunmore", "named_person", "Dunmore"),
    Row("Geologists who flew over the slope warned that a second slide was likely, and a bridge on the only road has collapsed.", "that a second slide was likely", "Geologists who flew over the slope", whole=True),
    Row("Police said at the time there was \"insufficient information to open an investigation\".", "there was \"insufficient information to open an investigation\"", "Police", whole=True),
    Row("SINGAPORE (Ledgerwire) – Crypto exchange Bitlagoon said on Tuesday hackers had stolen tokens worth $212 million, in what investigators described as the largest such theft this year.", "the largest such theft this year", "investigators", "vague", whole=True),
    Row("Councillor Dev Anand, who holds the transport portfolio, went further: if the claims were true, he said, the contract would be \"in real jeopardy\".", "if the claims were true the contract would be \"in real jeopardy\"", "he", "named_person", "Dev Anand"),
    Row("Karnataka IT minister Priya Hegde said the government will not tolerate exploitation in the name of hustle culture, even as she refused to name the company. Opposition leader R Ashwath asked why no FIR has been registered so far.", "the government will not tolerate exploitation in the name of hustle culture", "Karnataka IT minister Priya Hegde", whole=True),
    Row("Her book, in which she argued that trees grieve, was dismissed by colleagues as sentimental; the critic Harold Finch called it “a long walk with a nice lady.”", "that trees grieve", "she", whole=True),
    Row("He calls the van “Betsy” and washes it on Sundays.", "the van “Betsy”", "He", whole=True),
    Row("The agency said, citing two officials, that the dam was safe.", "that the dam was safe", "The agency", "organization", cue="said", whole=True),
    Row("But Rolf Eikeland, a professor of maritime law at the University of Tromsø, cautioned that most breaks are accidents: fishing gear and anchors, he said, account for roughly two in three.", "most breaks are accidents: fishing gear and anchors", "Rolf Eikeland"),
    Row("He added that two workers had been injured in May, an incident that has never been reported.", "that two workers had been injured in May", "He", whole=True),
    Row("A MUM-OF-THREE who was told by her doctor that her headaches were \"just stress\" has undergone surgery for a brain tumour the size of a grapefruit.", "that her headaches were \"just stress\"", "her doctor", whole=True),
    Row("Hospital ship turned away from port, aid group says\n\nAn Italian rescue ship with 211 migrants aboard was refused entry to Valletta on\nWednesday, the charity that operates it said, in the latest standoff over who\nshould take in people saved from the sea.\n\nThe Aurora Due, run by the group Mani Tese, picked up the migrants from two\nrubber boats off Libya on Monday. Its captain, Paola Ferri, said she had asked\nMalta four times for a port of safety. “The first time they said no. The second\ntime they said they were busy. After that they stopped saying anything.”", "An Italian rescue ship with 211 migrants aboard was refused entry to Valletta on Wednesday", "the charity that operates it", cue="said", whole=True),
    Row("The council grilled the bank chief on Tuesday for his role in a scheme in which thousands of clerks opened more than 2 million accounts.", "the bank chief on Tuesday for his role in a scheme", "The council"),
    # a quotation that ends in its own mark, and a sentence that goes on behind it
    Row("Pressure is building on the mayor, who was met with cries of “Shame!” at a harvest fair in Melk last month, according to the union.", "Pressure is building on the mayor, who was met with cries of “Shame!” at a harvest fair in Melk last month", "the union", whole=True),
    Row("“Who pays?” was written on the wall in red, a neighbour said.", "“Who pays?” was written on the wall in red", "a neighbour", whole=True),
    Row("As a head chef on “The Kitchen,” Gordon Hale repeatedly shouted at waiters, according to people who worked there.", "As a head chef on “The Kitchen,” Gordon Hale repeatedly shouted at waiters", "people who worked there", whole=True),
    Row("He had “no idea,” which is rare for him, his wife said.", "He had “no idea,” which is rare for him", "his wife", whole=True),
    Row("“There’s a sense of calm in the yard now,” and orders began to pick up last week, Mr Hobb said.", "“There’s a sense of calm in the yard now,” and orders began to pick up last week", "Mr Hobb", whole=True),
    Row("The fans also chanted, “Build a bridge,” a nod to the mayor’s broken promise, the Elbe Courier reports.", "The fans also chanted, “Build a bridge,” a nod to the mayor’s broken promise", "the Elbe Courier", whole=True),
    Row("She argued that “every rider in the race” – including Kraus – had taken a short cut at some point.", "that “every rider in the race” – including Kraus – had taken a short cut at some point", "She", "vague", whole=True),
    Row("The mayor says he is “a builder” who wants to put old quarrels behind him.", "he is “a builder” who wants to put old quarrels behind him", "The mayor", whole=True),
    Row("Neither man was impressed by Mrs Roth – “Born with a silver spoon,” Mr Ellis said – but they stayed.", "“Born with a silver spoon,”", "Mr Ellis", whole=True),
    # when something is said, and to what question, is the writer's
    Row("On the question of whether the leaks had led to the attacks, which was seen as a failure of the service, Roth said, “I have not heard that concern” from the police.", "“I have not heard that concern” from the police", "Roth", whole=True),
    Row("Asked why the administration had not met the council’s demand, in the same defence bill, that its report include sites and costs, Ernst responded, “I think you have shown that they have written a law with varying advice.”", "“I think you have shown that they have written a law with varying advice.”", "Ernst", whole=True),
    Row("Ann Roe said she had been there. Most of the rooms were cold, she said, and “I wanted to leave at once.”", "Most of the rooms were cold “I wanted to leave at once.”", "she", name="Ann Roe", whole=True),
    # the full stop of the sentence
    Row("She said that Kraus had lied.", "that Kraus had lied", "She", "vague", whole=True),
    Row("“Europe is coming apart,” said Sofie in 't Veen, a Dutch member.", "“Europe is coming apart,”", "Sofie in 't Veen, a Dutch member", "named_person", "Sofie in 't Veen"),
    Row("Cross-referencing court records and village patterns of seed losses and other changes from 1902 to 1910, the archivists found that farms hurt most by frost turned to barley.", "that farms hurt most by frost turned to barley", "the archivists", "vague", whole=True),
    Row("Left-back Tom Rees, recalling a false report that he had been sold, said it had hurt.", "a false report that he had been sold", "Left-back Tom Rees", whole=True),
    Row("A council paid £90,000 to a former housing officer who claimed she was forced out after warning that tenants were living with black mould, the Mercury can reveal.", "A council paid £90,000 to a former housing officer who claimed she was forced out after warning that tenants were living with black mould", "the Mercury", whole=True),
    Row("The newspaper reported that she had thrown a boy in, and a doctor demanded that she be banned.", "that she be banned", "a doctor", "vague", whole=True),
    Row("State media quoted him as telling ministers that he would “not be the first to blink, nor the first to shoot”.", "that he would “not be the first to blink, nor the first to shoot”", "him", whole=True),
    # what stands in brackets is said there, and what breaks in is not said
    Row("She fretted that her low marks (at one point as low as 19 per cent, Moor says) hurt the school.", "at one point as low as 19 per cent", "Moor", whole=True),
    Row("He named his fans as the source for some of his claims, such as the one that cats start most fires (the true number is close to none, according to the fire service). He defended the rest.", "the true number is close to none", "the fire service", whole=True),
    Row("He tells crowds she may be fined over her barn (the existence of which, many farmers say, shows how careless the rules are).", "shows how careless the rules are", "many farmers", whole=True),
    Row("The Courier, Roth said, called the decision “highly unusual.”", "The Courier called the decision “highly unusual.”", "Roth", whole=True),
    Row("Dull outlook for the new ferry; \nOdds of the old harbour reopening are slim, according to poll.\n\nThree years have gone since Keller left the council.", "Odds of the old harbour reopening are slim", "poll", whole=True),
    Row("Her manager, Paul Lunn, said — on the radio, as it happens — that the club raised £4,000 that day.", "that the club raised £4,000 that day", "Her manager, Paul Lunn", whole=True),
    Row("Roth said it took her two months to find a supporter, highlighting the gap between the party and its voters.", "it took her two months to find a supporter", "Roth", whole=True),
    Row("He pleaded guilty to unlawful trading for his work with a charity in Wexley that prosecutors said was suspected of paying rebels. Keller served one year in prison.", "to unlawful trading for his work with a charity in Wexley", "He", whole=True),
    Row("In the end, brushing off an old man’s fear as a mere “mood” is never wise.", "an old man’s fear as a mere “mood”", "", whole=True),
    Row("The Courier reported in May that Roth’s agent advertised her as a speaker, noting her “limited time” for small clubs, but Roth’s team denied that she would take new jobs.", "that Roth’s agent advertised her as a speaker, noting her “limited time” for small clubs", "The Courier", whole=True),
    Row("But Roth, who had moved a year earlier, tossed “cold water on the idea at once,” she wrote in her memoir, “Tough Seas.” She was firm.", "“cold water on the idea at once,”", "she", whole=True),
    Row("He’s said he gets his ideas about money from a pro-gold speech in Ayn Bland's \"Atlas Nodded\" - which, to be clear, is a novel - and it shows.", "he gets his ideas about money from a pro-gold speech in Ayn Bland's \"Atlas Nodded\"", "He", whole=True),
    Row("(Mr. Keller’s own manifesto, “Broken Wexley: How to Mend a Town,” has sold 235 hardcover copies in eight months, according to the Book Trust.)", "Mr. Keller’s own manifesto, “Broken Wexley: How to Mend a Town,” has sold 235 hardcover copies in eight months", "the Book Trust", whole=True),
    Row("With that issue unresolved, the agency has not been using posts on social media, council officials said.", "With that issue unresolved, the agency has not been using posts on social media", "council officials", whole=True),
    Row("Wardens cannot hear the owls and do not know where the nests are, a gap that bird experts say renders any count useless.", "a gap renders any count useless", "bird experts", whole=True),
    Row("The club moaned that the vote had been “rigged,” a charge that county leaders strongly denied.", "that the vote had been “rigged,”", "The club", whole=True),
    Row("Warden Ilse Brandt told the parish committee that mould had crept into the organ loft.", "that mould had crept into the organ loft", "Warden Ilse Brandt"),
    Row("The site on which the photo was first shown said in a letter that it had ‘acted at once’.", "that it had ‘acted at once’", "The site on which the photo was first shown", whole=True),
    Row("The club at which he rowed insisted that no boy had been in danger.", "that no boy had been in danger", "The club at which he rowed", "organization"),
    Row("The barge, which according to divers is leaking, will be towed away.", "is leaking", "divers", "vague"),
    Row("He founded a league that according to its own posters has never lost a vote.", "has never lost a vote", "its own posters", cue="according to"),
    Row("The essay itself concedes that readers may have guessed which root they tasted: parsnip, the authors note drily, “has certain visible traits.”", "“has certain visible traits.”", "the authors", whole=True),
    Row("The mayor concedes that it may rain: hail, she adds, “is another matter.”", "hail “is another matter.”", "she", whole=True),
    Row("The coach said merely: “We lost.”", "“We lost.”", "The coach", whole=True),
    Row("Its chief clerk, however, warned that desks must not become “a second bar”.", "that desks must not become “a second bar”", "Its chief clerk", cue="warned"),
    Row("The film won the prize of the town, we are told, by eleven votes.", "The film won the prize of the town by eleven votes", "", "hidden", cue="we are told"),
    Row("Even if farmers keep every promise they have made, half of the county’s hedges will be gone by the end of the decade, the Hedge Trust warned in a report released Wednesday.", "Even if farmers keep every promise they have made, half of the county’s hedges will be gone by the end of the decade", "the Hedge Trust"),
    Row("A clerk confirmed that the parcel had come but would not be drawn on what was in it.", "that the parcel had come", "A clerk", whole=True),
    Row("According to growers a kind of plum is on the list.", "a kind of plum is on the list", "growers", cue="According to", whole=True),
    Row("He told Radio Melk that the ring “does not mean that sheep are safe”, a nuance that was lost on most farmers.", "that the ring “does not mean that sheep are safe”", "He", whole=True),
    Row("“You will have to carry me,” vowed Win Price, who moved in in 1969 and says she was told then that it would “see out the century”.", "she was told then that it would “see out the century”", "Win Price, who moved in in 1969", whole=True),
    Row("U.S. Ambassador MaryKay Coleman wrote on X that the actions were “reckless” and “endangered lives.”\nAnalysts say that the timing may not be accidental. A summit of Southeast Asian leaders opens on Friday, and according to diplomats a long-delayed code of conduct is on the agenda.\n“Beijing likes to arrive at a negotiation with wet hands,” said Collin Ong, a maritime scholar in Singapore.", "a long-delayed code of conduct is on the agenda", "diplomats"),
    Row("CHICAGO (Wire) - Boeing supplier Hartwell Aero will pay $25 million to settle allegations it sold titanium parts with falsified paperwork, the U.S. Justice Department said on Friday.", "Boeing supplier Hartwell Aero will pay $25 million to settle allegations it sold titanium parts with falsified paperwork", "the U.S. Justice Department", whole=True),
    Row("“It looks like he lost the trail in the snow and did what a lot of folks do, which is keep walking,” Maddox said at a news conference.\nAn autopsy has been scheduled. Preliminary findings indicate that Dunn died of exposure, according to the coroner’s office.", "Preliminary findings indicate that Dunn died of exposure", "the coroner’s office", whole=True),
    Row("About 300 bakers took part, organizers said; the district put the number at 120.", "About 300 bakers took part", "organizers", whole=True),
    Row("‘Ghost’ boat builders ordered to pay £2m\n\nTwo brothers who took deposits for yachts that were never built have been ordered to pay back more than £2m.\n\nIvo and Rory Quill, of Salcombe, told customers their boats were “on the slip” when the yard stood empty, Exeter Crown Court was told.", "Ivo and Rory Quill, of Salcombe, told customers their boats were “on the slip” when the yard stood empty", "", whole=True),
    Row("It brought two such cases in 2024, according to figures released under freedom of information laws — down from eleven in 2019.", "It brought two such cases in 2024", "figures released under freedom of information laws", "document", whole=True),
    Row("Outside court Mrs Ferreira, 34, said she felt numb and tired.", "she felt numb and tired", "Mrs Ferreira, 34", "named_person", whole=True),
    Row("New Delhi: The Delhi High Court on Wednesday pulled up the civic body over stray dogs in hospital premises, observing that “patients cannot be expected to fight animals for a bed”.\n\nA bench of Chief Justice Arvind Nair and Justice Leela Bose was hearing a plea filed by advocate Sunil Suri, who alleged that seven patients had been bitten inside Jan Hospital since August.", "that “patients cannot be expected to fight animals for a bed”", "The Delhi High Court", "organization", cue="observing"),
    Row("What the minister forgot to mention is that his brother owns the firm.", "that his brother owns the firm", "the minister", cue="forgot to mention", whole=True),
]  # fmt: skip
