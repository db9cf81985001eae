"""Invented sentences in which bodies, papers and people with a trade speak: what "the zoo" or "the explorer" is."""

from row import Row

ROWS = [
    # a body is called by the last word of its name
    Row("Harrow Valley Zoo opened in May. The zoo said the tiger was safe.", "the tiger was safe", "The zoo", "organization", "Harrow Valley Zoo"),
    Row("The Harrow Initiative met at noon. The initiative said the tiger was safe.", "the tiger was safe", None, "organization", "Harrow Initiative"),
    Row("Harrow Valley Vineyard is dry. A spokeswoman for the vineyard said rain would come.", "rain would come", None, "organization", "Harrow Valley Vineyard"),
    Row("The gate was shut in May. A spokeswoman for the vineyard said rain would come.", "rain would come", None, "organization", ""),
    Row("The gate was shut in May. A spokeswoman for the mayor said rain would come.", "rain would come", None, "unnamed", ""),
    Row("In a statement, the hotel said the lift was safe.", "the lift was safe", "the hotel", "organization", ""),
    Row("Harrow Street was dark. The light, residents said, had failed.", "had failed", "residents", "vague", ""),
    # what the text says elsewhere of a name
    Row("Norvik Vale sells lamps. “Vale is deciding what to do,” a buyer said. A spokesman for Norvik Vale said the lamps were safe.", "the lamps were safe", None, "organization", "Norvik Vale"),
    Row("“Vale is deciding what to do,” a buyer said. A spokesman for Norvik Vale said no lamp was faulty. Norvik Vale said it would pay.", "it would pay", None, "organization", "Norvik Vale"),
    Row("GREEN LINK said in a statement that the canal was clean.", "that the canal was clean", None, "organization", "GREEN LINK"),
    Row("Norfarm said it was sorry.", "it was sorry", "Norfarm"),
    Row("The Observer said the play was dull.", "the play was dull", None, "organization", "Observer"),
    Row("Observers said the play was dull.", "the play was dull", None, "vague", ""),
    # two fields in one name
    Row("The Bureau of Rivers and Old Canals said the lock was shut.", "the lock was shut", None, "organization", "Bureau of Rivers and Old Canals"),
    Row("The Ministry of Rivers and Lena Ortiz said the lock was shut.", "the lock was shut", None, "organization", "Ministry of Rivers"),
    # statements
    Row("The statement the mayor read out said the pool would close.", "the pool would close", None, "document", "statement"),
    Row("Norvik Foods denied the report. The statement said nobody had been hurt.", "nobody had been hurt", "The statement", "organization", "Norvik Foods"),
    # a frame behind what nobody is said to think
    Row("The firm was believed to have lost two million last year, according to figures from Harrow Analytics.", "to have lost two million last year", "figures from Harrow Analytics", "document"),
    Row("The lamp is thought to be 200 years old, according to Lena Ortiz.", "to be 200 years old", "Lena Ortiz", "named_person", "Lena Ortiz"),
    # lawyers of a side
    Row("The county attorneys said the map was fair.", "the map was fair", None, "unnamed", ""),
    Row("Attorneys said the map was fair. Her attorneys said it was not.", "it was not", "Her attorneys", "unnamed", ""),
    # trades
    Row("Lena Ortiz, an acrobat from Halden, came at noon. The acrobat said the rope was old.", "the rope was old", "The acrobat", "named_person", "Lena Ortiz"),
    Row("Two gamekeepers from Halden said the fox was old.", "the fox was old", None, "unnamed", ""),
    Row("A beekeeper at the Halden mill said the roof leaked.", "the roof leaked", None, "unnamed", ""),
    Row("Puppeteer Piet Maas said the theatre would stay.", "the theatre would stay", None, "named_person", "Piet Maas"),
    Row("The Examiner reported that the mill would close.", "that the mill would close", None, "organization", "Examiner"),
    Row("Politico reported that the mill would close.", "that the mill would close", None, "organization", "Politico"),
    # parties
    Row("The Democratic leader said the bill was alive. Ann Stone, the Republican leader, met Democratic leader Tom Brandt.", "the bill was alive", None, "named_person", "Tom Brandt"),
    Row("“Who pays?” a narrator in the Marten film asks. Ilse Marten saw it. The film’s narrator says nobody paid.", "nobody paid", "The film’s narrator", "unnamed", ""),
    # firms without their name
    Row("HALDEN (Wire) – Shares in Tock & Sons fell after the kettle maker warned that sales were down.", "that sales were down", "the kettle maker", "organization", "Tock & Sons"),
    Row("HALDEN (Wire) – Shares in Pell & Sons fell after the lid broke. The company says the lid is safe.", "the lid is safe", "The company", "organization", "Pell & Sons"),
    Row("It belongs to Nimbral, a cloud company. Nimbral is large. In a statement, the company said its fans were new.", "its fans were new", "the company", "organization", "Nimbral"),
    Row("Nimbral data showed that sales were down. The safety agency has had 212 complaints, it said.", "The safety agency has had 212 complaints", "it", "organization", ""),
    Row("Sarn Line said the bow door was safe.", "the bow door was safe", None, "organization", "Sarn Line"),
    Row("The Maritime and Coastguard Agency said the bow door was safe.", "the bow door was safe", None, "organization", "Maritime and Coastguard Agency"),
    Row("Troy Alan Beckett, 43, said the goose was his.", "the goose was his", None, "named_person", "Troy Alan Beckett"),
    Row("According to a criminal complaint, Tom Brandt, 43, took the goose.", "took the goose", "a criminal complaint", "document", "criminal complaint"),
    Row("According to the council, Tom Brandt, 43, took the goose.", "took the goose", "the council", "organization", ""),
    # offices with capitals
    Row("The Prime Minister said the lake was dry.", "the lake was dry", None, "unnamed", ""),
    Row("The Attorney General said the lake was dry.", "the lake was dry", None, "unnamed", ""),
    Row("The King said the lake was dry.", "the lake was dry", None, "unnamed", ""),
    Row("King Olaf came in May. The King said the lake was dry.", "the lake was dry", None, "named_person", "Olaf"),
    Row("Ana Stone, the Prime Minister, came in May. Asked about it, the Prime Minister said the lake was dry.", "the lake was dry", None, "named_person", "Ana Stone"),
    Row("The Secretary of State said the lake was dry.", "the lake was dry", None, "unnamed", ""),
    Row("The Bishop of Halden said the lake was dry.", "the lake was dry", None, "unnamed", ""),
    Row("The Home Secretary, Ana Stone, said the lake was dry.", "the lake was dry", None, "named_person", "Ana Stone"),
    Row("The Justice Department of Ohio said the lake was dry.", "the lake was dry", None, "organization"),
    Row("The Secretary of State Ana Stone said the lake was dry.", "the lake was dry", None, "named_person", "Ana Stone"),
    Row("King said the lake was dry. Ana King swims.", "the lake was dry", None, "named_person", "Ana King"),
    Row("The CEO said the lake was dry.", "the lake was dry", None, "unnamed", ""),
    Row("The US said the lake was dry.", "the lake was dry", None, "organization", "US"),
    Row("They told us that the lake was dry.", "that the lake was dry", "They", "vague", ""),
    Row("Mum said the lake was dry.", "the lake was dry", None, "vague", ""),
    # crowds and numbers
    Row("Staff said the lake was dry.", "the lake was dry", None, "vague", ""),
    Row("A majority of voters said the lake was dry.", "the lake was dry", None, "vague", ""),
    Row("A team of scientists said the lake was dry.", "the lake was dry", None, "vague", ""),
    Row("Senior figures said the lake was dry.", "the lake was dry", None, "vague", ""),
    Row("The figures show that the lake was dry.", "that the lake was dry", None, "document"),
    Row("A senior official in the finance ministry said the lake was dry.", "the lake was dry", None, "unnamed", ""),
    Row("A government official said the lake was dry.", "the lake was dry", None, "vague", ""),
    # bodies that readers know
    Row("The WHO said the lake was dry.", "the lake was dry", None, "organization", "WHO"),
    Row("Manchester United said the lake was dry. The club added that it was cold.", "that it was cold", "The club", "organization", "Manchester United"),
    Row("Save the Children said the lake was dry.", "the lake was dry", None, "organization", "Save the Children"),
    Row("A spokesman for Save the Children said the lake was dry.", "the lake was dry", None, "organization", "Save the Children"),
    Row("The lake was dry, Formula One said.", "The lake was dry", None, "organization", "Formula One"),
    Row("Chelsea Stone left. Chelsea said the lake was dry.", "the lake was dry", None, "named_person", "Chelsea Stone"),
    Row("Pellow’s said the lake was dry.", "the lake was dry", None, "organization", "Pellow"),
    # names that are withheld
    Row("A guard who can’t be named said the gate was open.", "the gate was open", None, "anonymous", ""),
    Row("“The gate was open,” said a guard, speaking off the record.", "The gate was open", None, "anonymous", ""),
    # marks
    Row("«It’s the town’s fault,» said Lena Ortiz.", "It’s the town’s fault", "Lena Ortiz", "named_person", "Lena Ortiz", "direct"),
    Row("‘It’s the town’s fault and the drivers’ fault’, said Lena Ortiz.", "and the drivers’ fault", "Lena Ortiz", "named_person", "Lena Ortiz", "direct"),
    # between commas, and who does what
    Row("Most of those families, an audit found last year, are still there.", "are still there", "an audit", "document", "audit"),
    Row("The bridge, a report said on Monday, was never safe.", "was never safe", "a report", "document", "report"),
    Row("A priest was said to have been warned by police.", "to have been warned by police", "", "hidden", ""),
    Row("Villagers spoke of wells that turned brown.", "wells that turned brown", "Villagers", "vague", ""),
    # whose claim another one takes up
    Row("The town was surprised by the engineer’s claim that the bridge was safe.", "that the bridge was safe", "the engineer’s", "unnamed", ""),
    Row("He dismissed warnings by the union that the bridge was unsafe.", "that the bridge was unsafe", "the union", "organization", ""),
    Row("He repeated his claim that the bridge was safe. Tom Brandt left.", "that the bridge was safe", "He"),
    Row("The council denied claims that the pool was dirty.", "claims that the pool was dirty", "The council", "organization", ""),
    # what can be read
    Row("According to the council’s manifesto, the harbour is silting up.", "the harbour is silting up", "the council’s manifesto", "document"),
    Row("The toy maker Tock & Sons said sales had fallen.", "sales had fallen", None, "organization", "Tock & Sons"),
    Row("The brewer Lena Ortiz said sales had fallen.", "sales had fallen", None, "named_person", "Lena Ortiz"),
    # how it is put
    Row("Lena Ortiz wrote in a letter that the bridge was safe.", "that the bridge was safe", "Lena Ortiz", "named_person", "Lena Ortiz"),
    Row("As two builders put it, the bridge was safe.", "the bridge was safe", "two builders", "vague", ""),
    Row("The mayor’s position is that the bridge was safe.", "that the bridge was safe", "The mayor’s", "unnamed", ""),
    Row("It is felt that the bridge was safe.", "that the bridge was safe", "", "hidden", ""),
    Row("The bridge was found to be safe.", "to be safe", "", "hidden", ""),
    # the name between the commas, and no paper that was only shown something
    Row("In messages seen by the Gazette, Henry lied. The company behind it, Brightside Learning, blamed “an odd setting” at the school. It said that nobody was hurt.", "that nobody was hurt", "It", "organization", "Brightside Learning"),
    Row("Norvik Foods left. The firm behind the plan, Tarn Valley Dairy, said that it was late.", "that it was late", None, "organization", "Tarn Valley Dairy"),
    # papers, and who is asked by them
    Row("The Ledger has verified the email’s authenticity.", "the email’s authenticity", "The Ledger", "organization", "Ledger"),
    Row("Halden Water left. In a letter seen by the Ledger, which the Ledger holds, it said so. The company added that it was late.", "that it was late", "The company", "organization", "Halden Water"),
    Row("The suit alleges that a deputy laughed.", "that a deputy laughed", "The suit", "document", "suit"),
    # a firm that is called like a place, where the text has no such place
    Row("Halden Water was fined. Halden said it was sorry.", "it was sorry", "Halden", "organization", "Halden Water"),
    Row("Boston Foods was fined in Boston. Boston said it was sorry.", "it was sorry", "Boston", "organization", "Boston"),
    # titles of two letters, and others
    Row("DC Ramona Pike said he was sorry.", "he was sorry", None, "named_person", "Ramona Pike", whole=True),
    Row("DC Comics said it was sorry.", "it was sorry", "DC Comics", "organization", "DC Comics"),
    Row("Recorder Amanda Shaw KC told him: “You were dangerous.”", "You were dangerous", None, "named_person", "Amanda Shaw"),
    # who does not speak
    Row("Craig Dunmore, 38, admitted it. Mrs Crabbe took her spaniel, Biscuit, to the garage after it began to limp. He told her it was arthritis.", "it was arthritis", "He", "named_person", "Craig Dunmore"),
    Row("Tom Hale has a farm. His dog, Rex, limped. He said it was late.", "it was late", "He", "named_person", "Tom Hale"),
    # offices that look like names
    Row("The Prime Minister was in Leeds. “Stay indoors,” she said.", "Stay indoors", "she", "unnamed", ""),
    # whose admission
    Row("Norvik Foods has debts and, by its own admission, not much else.", "not much else", "its own", "organization", "Norvik Foods", cue="admission", whole=True),
    Row("Norvik fell. Its owner, by his own reckoning, was late.", "Its owner was late", "his own", "unnamed", ""),
    # what a headline puts before a firm, and its short name where it trades
    Row("Chipmaker Velora cuts forecast\n\nVelora Semiconductor, the world’s third-largest maker of chips, cut its forecast. Shares in Velora fell. Velora denied that it was late.", "that it was late", "Velora", "organization", "Velora Semiconductor"),
    Row("Brokerage KGI kept its rating, arguing in a note that it was late.", "that it was late", None, "organization", "KGI"),
    Row("On Monday Lin Wei-ting left. On Tuesday Lin acknowledged that it was late.", "that it was late", "Lin", "named_person", "Lin Wei-ting"),
    Row("The letter came in April. In April Stone’s view it was late.", "it was late", "April Stone", "named_person", "April Stone"),
    Row("“It was late,” said lead author Hyun-woo Bae, a neurologist.", "It was late", None, "named_person", "Hyun-woo Bae"),
    Row("A Harlan-era Kestrel rule fell. Harlan said it was late.", "it was late", "Harlan", None, "Harlan"),
    Row("Rovers boss Danny Pike blasted the referee. Pike, who was sent to the stands in the 88th minute, felt Emeka Okoro had fouled him.", "Emeka Okoro had fouled him", "Pike", "named_person", "Danny Pike"),
    Row("Forty decrees have been issued, according to the official gazette.", "Forty decrees have been issued", "the official gazette", "document"),
    Row("The Kestrel Gazette left. The Gazette added that it was late.", "that it was late", "The Gazette", "organization", "Kestrel Gazette"),
    Row("Researchers in Marlow compared crash records. They found that it was late.", "that it was late", "They", "unnamed", ""),
    # letters with points
    Row("I.M.F. Warns of ‘Dangerous Complacency’ as Debt Swells\n\nThe International Monetary Fund left.", "‘Dangerous Complacency’", "I.M.F.", "organization", "International Monetary Fund"),
    Row("The F.B.I. said it was late.", "it was late", "The F.B.I.", "organization", "F.B.I."),
    Row("The fund’s twice-yearly Fiscal Monitor warned that it was late.", "that it was late", None, "organization", "Fiscal Monitor"),
    Row("Islanders have been describing the moment a fireball lit up the Hebrides “like a football ground”.\n\nThe meteor, thought to have been about the size of a washing machine, was seen from Lewis to Islay at 9.42pm on Tuesday. The UK Fireball Alliance said it had received 312 reports by midnight.\n\nCrofter Donald John MacAskill was bringing in sheep near Ness when it passed. ‘I’ve never been a religious man,’ he told BBC Radio nan Gàidheal, ‘but I lay down.’", "but I lay down", "he", "named_person", "Donald John MacAskill"),
    Row("A fitness-to-practise committee of the General Pharmaceutical Council ruled on Tuesday that it was late.", "that it was late", None, "organization", ""),
    Row("The UK Health Security Agency said it was late.", "it was late", None, "organization", "UK Health Security Agency"),
    Row("Tom, the dog’s owner, was late. He said it was hard.", "it was hard", "He", "named_person", "Tom"),
    Row("Tom Hale came. Freya, a walrus, left. He said it was hard.", "it was hard", "He", "named_person", "Tom Hale"),
    Row("The tanker’s owner, Delphine Marine, based in Piraeus, denied any involvement and said its crew had been fighting an engine fire.", "any involvement", "Delphine Marine", "organization", "Delphine Marine"),
    Row("The Monetary Authority of Singapore said it was aware of the incident and had asked the firm for an explanation. Bitlagoon is not licensed there, the regulator noted.", "Bitlagoon is not licensed there", "the regulator", "organization", "Monetary Authority of Singapore"),
    Row("Meadowline denied there was any such policy.", "there was any such policy", "Meadowline", "organization", "Meadowline"),
    Row("The Kestrel National Commission on Human Rights put the number of dead at 23.", "the number of dead at 23", "The Kestrel National Commission on Human Rights", "organization", "Kestrel National Commission on Human Rights"),
    Row("Danny \"The Hat\" Loftus, 71, was watching the match at home in Tralee when, he says, his phone \"went mad\". \"My sister rang to ask if I was dead. I said I'd have to check.\"\n\nThe club said in a statement that it had acted on information \"received in good faith from a third party\".", "that it had acted on information \"received in good faith from a third party\"", "The club", "organization", ""),
    Row("At the only petrol station, card payments were down and the owner, Per Solheim, 58, was writing debts in a school exercise book. ‘I know everyone. Nobody will run,’ he said.", "‘I know everyone. Nobody will run,’", "he", "named_person", "Per Solheim"),
    Row("Halvorsen Marine AS today announced the launch of a tug, which it describes as the world's first harbour tug to run entirely on green hydrogen.", "as the world's first harbour tug to run entirely on green hydrogen", "it", "organization", "Halvorsen Marine AS"),
    Row("West Mercia Police said officers were called to Elmfield Academy at about 10.40am. No one was injured.\n\nA force spokesman said: “Both boys were arrested.”", "“Both boys were arrested.”", "A force spokesman", "organization", "West Mercia Police"),
    Row("The knives are out, the napkins too\nPOLITICAL SKETCH\n\nThey say revenge is a dish best served cold. In the members’ dining room yesterday it came lukewarm, with peas.\n\nSir Desmond Farr had risen at noon.", "revenge is a dish best served cold", "They", "vague", ""),
    Row("Shares in Thornbury plc tumbled as much as 14% on Thursday after the confectioner said soaring cocoa prices would wipe out profit growth this year.\n\nThe York-based maker of Truffle Dream now expects underlying pretax profit of between £88m and £92m, against analysts' consensus of £107m.", "underlying pretax profit of between £88m and £92m", "The York-based maker of Truffle Dream", "organization", "Thornbury"),
    Row("JusticeTech, the start-up behind the system, is less shy. \"If it can let the wrong people off, it can also hang the wrong people,\" says Noor Fairweather of Fair Machine. She says JusticeTech has sent her 200 examples. Her group wants a ban until the code is published.", "a ban until the code is published", "Her group", "organization", "Fair Machine"),
    Row("It responded with a four-page letter from its lawyers, Harbottle Crewe, which describes our reporting as “speculative”.", "our reporting as “speculative”", "which", "document"),
    Row("Wolverhampton Wanderers apologised for what they called “a technical issue with a third-party supplier”.", "“a technical issue with a third-party supplier”", "Wolverhampton Wanderers", "organization", "Wolverhampton Wanderers"),
    Row("“My client is not on trial,” said her counsel, Maître Isabelle Caron.", "“My client is not on trial,”", "Maître Isabelle Caron", "named_person", "Isabelle Caron"),
    Row("The lead author, Prof Mirela Tanase, told us that it was late. The authors say that the company had no say in the results.", "that the company had no say in the results", "The authors", "vague", ""),
    Row("DARVAN (Agencies) — Shells landed near three villages on the Karst border overnight, residents and a local official said, hours after both governments said they were committed to a ceasefire that has held, more or less, since June.\n\nKarst’s defence ministry blamed “provocations by the Darvan side” and said its forces had not returned fire. Darvan denied this, with a military spokesman, Col Ivo Tanec, telling state television that the shells had come “from their own hill, onto their own people, for their own cameras”. Neither claim could be confirmed independently; journalists have been barred from the area since Sunday.", "this", "Darvan", "organization", "Darvan"),
]  # fmt: skip
