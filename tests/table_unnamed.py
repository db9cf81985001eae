"""Invented sentences in which the text says that a source wants no name, and some in which it does not."""

from row import Row

A, V = "anonymous", "vague"
LATE = "It is late"
ROWS = [
    # who has an alias stays anonymous under it
    Row("‘Somebody picked up a phone,’ says one, an engineer who asked to be called only R. ‘We don’t cut a city.’\n\nThe minister, Lasse Tveit, hinted at sabotage.\n\nR. laughs at that. ‘Thirty years of logs,’ he says.", "Thirty years of logs", "he", "anonymous", ""),
    Row("‘It is late,’ said a nurse who wanted to be known only as Rosa. Lasse Tveit disagreed.\n\nRosa laughs at that. ‘It is,’ she says.", "It is,", "she", "anonymous", ""),
    Row("‘It is late,’ said a driver, K., who asked us not to use his full name. Lasse Tveit disagreed.\n\nK. laughs at that. ‘It is,’ he says.", "It is,", "he", "anonymous", ""),
    Row("The engineer, who would speak only if his name were left out, says he wrote three memos.", "he wrote three memos", "The engineer", "anonymous", ""),
    Row("The engineer agreed to speak as long as his name was kept out of it. “It is late,” he says.", "It is late", "he", "anonymous", ""),
    # nobody's theory
    Row("One theory is that power was being sold across the border.", "that power was being sold across the border", "", "hidden", ""),
    Row("A popular theory holds that power was being sold.", "that power was being sold", "", "hidden", ""),
    # what the sentence of a pronoun promises
    Row("A mechanic was not surprised. “They had been warned,” he told reporters, declining to give his name.", "They had been warned", "he", "anonymous", ""),
    Row("A former mechanic said on Friday he was not surprised. “They were warned,” he told reporters outside, declining to give his name.", "They were warned", "he", "anonymous", ""),
    Row("The partner — who isn’t being named because he has been granted immunity — alleges that Whitcombe lied.", "that Whitcombe lied", "partner", "anonymous", ""),
    Row("A mechanic spoke of the fire. He said a colleague, who declined to be named, had lit it.", "had lit it", "He", "vague", ""),
    *(
        Row(f"“It is late,” said a stoker, {words}.", LATE, None, A)
        for words in (
            "who did not want her name in the paper",
            "whose name we have changed",
            "whose name the paper has changed",
            "whom we are calling Vera",
            "whom the Echo is calling Vera",
            "who didn’t want her boss to know she had spoken",
            "who asked us to leave her name out",
            "who asked to have her name left out",
            "too scared to give her name",
            "who was afraid to give his name",
            "who is not being named because of her age",
            "who requested that we not use her name",
            "who agreed to speak only if unnamed",
            "who agreed to talk as long as he was not named",
            "who asked that we withhold his name",
            "whose name is known to the Echo",
            "whose identity we are protecting",
            "whose identity has been hidden",
            "who wanted to be identified only as a stoker",
            "who identified herself only as Vera",
            "who refused to say what his name was",
            "who had been warned not to speak to journalists",
            "who wrote under a pseudonym",
            "who asked to be identified by her middle name",
            "who wanted no name in print",
            "but would not let us use her name",
        )
    ),
    Row("A stoker we will call Vera said it was late.", "it was late", None, A),
    Row("Five stokers, none of whom wanted to be named, said it was late.", "it was late", None, A),
    # in the sentence behind it
    *(
        Row(f"“It is late,” one stoker said. {words}", LATE, None, A)
        for words in (
            "The Echo has agreed not to name her.",
            "We have agreed not to name him.",
            "His name has been changed.",
            "Her name is being withheld at her request.",
            "Like others in this story, she spoke on condition of anonymity.",
        )
    ),
    # the name in the text is not the source's
    Row("“It is late,” said a stoker under the pseudonym Vera.", LATE, None, A, ""),
    Row("“It is late,” said Vera*, a stoker.\n\n* Name changed", LATE, None, A, ""),
    Row("“It is late,” said Vera*.\n\n*Names have been changed.", LATE, None, A, ""),
    Row("“It is late,” said Vera, a stoker.\n\nVera is not her real name.", LATE, None, A, ""),
    # "one" of those who wanted none
    Row("Five stokers spoke to the Echo. All asked not to be named. “It is late,” one said.", LATE, "one", A),
    Row("Five stokers spoke to the Echo on condition of anonymity. “It is late,” one said.", LATE, "one", A),
    Row("The Echo spoke to five stokers, all of whom asked not to be named. One said it was late.", "it was late", "One", A),
    # somebody else wanted none, or nobody did
    Row("A stoker said the firm had asked not to be named.", "the firm had asked not to be named", "A stoker", V),
    Row("Players were told not to speak to the press, a trainer said.", "Players were told not to speak", "a trainer", V),
    Row("A stoker, who wants to be known as the best in Kent, said it was late.", "it was late", "A stoker", V),
    Row("A stoker, who gave no name, said it was late.", "it was late", "A stoker", V),
    # of all of them
    Row("“We called it mad,” said one, who left in August. A third, an apprentice, said she had fainted. All of them asked not to be named because the Hall is the biggest employer.", "We called it mad", "one", A),
    # who else was there, and who asked in another sentence
    Row("A senior officer, who briefed reporters on the understanding that he would not be identified, called it ‘worrying’. Others point out that it is late.", "that it is late", "Others", V),
    Row("A groom reported that it was late. “It’s what you say,” she said afterwards, and asked me not to put her name.", "It’s what you say", "she", A),
    Row("“We are taking water,” a man’s voice says on the recording. “Please. We are thirty-three.”\n\nThe operator on duty that night, whom we are calling Claire because she signed a confidentiality agreement, remembers it well. She told him to ring the French. “I followed the procedure,” she says.", "“I followed the procedure,”", "she", "anonymous", ""),
    Row("“We are taking water,” a man’s voice says on the recording.\n\nThe operator on duty that night, whom we are calling Claire because she signed a confidentiality agreement, remembers it well. She told him to ring the French.", "“We are taking water,”", "a man’s voice", "unnamed"),
    Row("A former employee of the company, who signed a non-disclosure agreement and asked for that reason to be called only J, put the figure at \"dozens a week\".", "the figure at \"dozens a week\"", "A former employee of the company", "anonymous", ""),
    Row("Residents of Mill Lane have long complained about noise and parking, and one, who did not want to be named because her children swim with the club, said she had \"quietly cheered\".", "noise and parking", "Residents of Mill Lane", "unnamed"),
    # whom somebody calls something is not the one who calls
    Row("The nurse called Carson a “special person.”", "a “special person.”", "The nurse", "unnamed"),
    Row("A critic called Moor “a fool”.", "“a fool”", "A critic", "vague"),
    Row("Nina Berg, who runs a bank, gave to many. She called Carson a “special person.”", "a “special person.”", "She", "named_person", "Nina Berg"),
    Row("The clerk called Keller on Monday and told him it was late.", "it was late", "The clerk", "unnamed"),
    Row("A nurse named Ann Stone said it was late.", "it was late", "A nurse named Ann Stone", "named_person", "Ann Stone"),
    Row("One farmer, who asked not to be identified because he fears for his animals, said he saw a pickup leave. His wife, a retired nurse, says there were two trucks.", "there were two trucks", "His wife, a retired nurse", "unnamed"),
    Row("The report, first obtained by the Millvale Ledger, also faulted the county for failing to replace hydrants that had been broken since 2019.", "the county for failing to replace hydrants that had been broken since 2019", "The report", "document"),
    Row("“Our first alert went out at noon,” said Helen Marsh, its area director, when I put this to her. “I am sorry.”", "“Our first alert went out at noon,”", "Helen Marsh, its area director", "named_person"),
    Row("Two American officials, who asked not to be named, said the talks were over. A senior European official said they were not.", "they were not", "A senior European official", "vague"),
    Row("Two American officials, who asked not to be named, said the talks were over. A senior official said they were not.", "they were not", "A senior official", "anonymous"),
    Row("We are assured that a new boat is coming.", "that a new boat is coming", "", "hidden", cue="are assured"),
    Row("Current and former officials at the agency said it was late. The agency denied it.", "it was late", "Current and former officials at the agency", "unnamed"),
    Row("More than thirty current and former students at one of the country’s leading music schools have described a culture of fear. The school said that it could not comment.", "that it could not comment", "The school", "organization"),
    Row("But according to the crew, who spoke on condition that they not be named because they feared for their jobs, things could have been very different. “Another ten minutes and she’d have gone over,” one said.", "things could have been very different", "the crew", "anonymous", reason="given"),
    Row("The official, who declined to give her name, said she would ‘look into it.’ Officials have repeatedly stressed that no accident has occurred.", "that no accident has occurred", "Officials", "vague"),
    Row("Slides seen by this newspaper show cracks running the length of the shelf.", "cracks running the length of the shelf", "Slides seen by this newspaper", "document"),
    Row("By noon, according to a whistleblower’s account given to a Senate inquiry, eleven people had been treated.", "eleven people had been treated", "a whistleblower’s account given to a Senate inquiry", "unnamed"),
    Row("‘We were told it was the heat,’ the worker, whose identity has been suppressed, testified.", "We were told it was the heat", "the worker, whose identity has been suppressed", "anonymous", reason="none"),
    Row("According to the charge sheet, he photographed them with a mobile telephone.", "he photographed them with a mobile telephone", "the charge sheet", "document"),
    Row("She tried to convince them that the dam was safe.", "that the dam was safe", "She"),
    Row("Eight had no pulse, an official with a county disaster task force told the Courier.", "Eight had no pulse", None, "unnamed"),
    Row("US and security sources told the agency that the ships had left.", "that the ships had left", "US and security sources", "vague"),
    Row("More Americans said in May that crime was a worry.", "that crime was a worry", "More Americans", "vague"),
    Row("Many Greeks resent the cuts.", "the cuts", "Many Greeks", "vague"),
    Row("Local media cited experts as saying it was likely a slab avalanche.", "it was likely a slab avalanche", "experts", "vague"),
    Row("British Prime Minister Ann Moor is to write to the European Union on 29 March formally announcing Britain's withdrawal from the bloc, it was announced today.", "is to write to the European Union on 29 March", "", "hidden"),
    Row("The EU met in May and Ministers urged the coastguard to step up its efforts.", "the coastguard to step up its efforts", "Ministers", "vague"),
    Row("A reader sent an anonymous letter. The reader said it was late.", "it was late", "The reader", "unnamed"),
    Row("Even though most Germans probably cannot imagine the size, it matters.", "the size", "most Germans", "vague"),
    Row("Minister Ann Moor said it was late. An official at the palace disagreed. The official said it was early.", "it was early", "The official", "vague"),
    Row("Norway and Sweden’s ministers said it was late.", "it was late", None, "unnamed"),
    Row("Moor was accused of theft in 2003, but was asked to stay by the bishop.", "of theft in 2003", "", "hidden"),
    Row("It was confirmed that the bridge, which experts say is weak, would close.", "that the bridge", "", "hidden"),
    Row("The bank acted in May. Many Greeks resent the cuts imposed by the bank and the union.", "the cuts imposed by the bank", "Many Greeks", "vague"),
    Row("The State Pathologist said she could not tell if he was dead.", "she could not tell", "The State Pathologist", "unnamed"),
    Row("The Chief Vet said the cows were well.", "the cows were well", "The Chief Vet", "unnamed"),
    Row("The City Observer said the pier was shut.", "the pier was shut", "The City Observer", "organization", "City Observer"),
    Row("Norwegian reporters said the lake was dry.", "the lake was dry", "Norwegian reporters", "vague"),
    Row("Norwegian reporters in the hall said the lake was dry.", "the lake was dry", None, "unnamed"),
    Row("Bus Halden’s Chief Commercial Officer has said the company is safe.", "the company is safe", None, "unnamed", ""),
    Row("Police said a man was held, although they did not give his name.", "a man was held", "Police", "organization", whole=True),
]  # fmt: skip
