"""Invented sentences in which a later word means somebody named before: "she", "the farmer", "the Norwegian"."""

from row import Row

ROWS = [
    # who acts in the main clause comes before who acts in what that one says
    Row(
        "Judge Emil Rade said the registrar, Tom Barrow, had done nothing wrong. “The list was short,” he said.",
        "The list was short",
        "he",
        "named_person",
        "Emil Rade",
    ),
    Row(
        "According to Emil Rade, Tom Barrow had lost the papers. “The list was short,” he said.",
        "The list was short",
        "he",
        "named_person",
        "Emil Rade",
    ),
    Row(
        "Anna Falk took over the mill after Mary Quill left. “The list was short,” she said.",
        "The list was short",
        "she",
        "named_person",
        "Anna Falk",
    ),
    Row(
        "Anna Falk remembers when Mary Quill bought the mill. “The list was short,” she said.",
        "The list was short",
        "she",
        "named_person",
        "Anna Falk",
    ),
    Row(
        "Emil Rade said it was late. Tom Barrow disagreed. “The list was short,” he said.",
        "The list was short",
        "he",
        "named_person",
        "Tom Barrow",
    ),
    Row(
        "Emil Rade’s lawyer, Tom Barrow, said the list was wrong. “Nobody read it,” he said.",
        "Nobody read it",
        "he",
        "named_person",
        "Tom Barrow",
    ),
    # who is only named in what somebody says does not say it
    Row(
        "Emil Rade spoke for an hour in the old town hall, and the rain came down on the roof all the time. “You know, I like Tom Barrow,” he said.",
        "I like Tom Barrow",
        "he",
        "named_person",
        "Emil Rade",
    ),
    # what the text says somebody is, in the sentence around the name
    Row(
        "Lena Ortiz is a farmer in Halden. Tom Barrow owns the mill. The farmer said the list was short.",
        "the list was short",
        "The farmer",
        "named_person",
        "Lena Ortiz",
    ),
    Row(
        "Lena Ortiz was elected mayor in May. Tom Barrow owns the mill. The mayor said the list was short.",
        "the list was short",
        "The mayor",
        "named_person",
        "Lena Ortiz",
    ),
    Row(
        "The mayor of Halden, Lena Ortiz, came first. Tom Barrow owns the mill. The mayor said the list was short.",
        "the list was short",
        "The mayor",
        "named_person",
        "Lena Ortiz",
    ),
    Row(
        "The new mayor is Lena Ortiz. Tom Barrow owns the mill. The mayor said the list was short.",
        "the list was short",
        "The mayor",
        "named_person",
        "Lena Ortiz",
    ),
    Row(
        "As a farmer, Lena Ortiz knows the soil. Tom Barrow owns the mill. The farmer said the list was short.",
        "the list was short",
        "The farmer",
        "named_person",
        "Lena Ortiz",
    ),
    Row(
        "Lena Ortiz, who has been mayor since May, came first. Tom Barrow owns the mill. The mayor said the list was short.",
        "the list was short",
        "The mayor",
        "named_person",
        "Lena Ortiz",
    ),
    Row(
        "Tom Barrow is not a farmer. Lena Ortiz owns the mill. The farmer said the list was short.",
        "the list was short",
        "The farmer",
        "unnamed",
        "",
    ),
    Row(
        "The witness, Lena Ortiz, met Tom Barrow. The witness said the list was short.",
        "the list was short",
        "The witness",
        "named_person",
        "Lena Ortiz",
    ),
    # what else somebody may be called
    Row(
        "Prime Minister Lena Ortiz met Tom Barrow. The premier said the list was short.",
        "the list was short",
        "The premier",
        "named_person",
        "Lena Ortiz",
    ),
    Row(
        "Striker Tom Barrow met Lena Ortiz. The footballer said the list was short.",
        "the list was short",
        "The footballer",
        "named_person",
        "Tom Barrow",
    ),
    Row(
        "Prime Minister Lena Ortiz met the band. The band leader said the list was short.",
        "the list was short",
        "The band leader",
        "unnamed",
        "",
    ),
    Row(
        "Lena Ortiz, the Halden manager, met Tom Barrow. The Halden manager said the list was short.",
        "the list was short",
        "The Halden manager",
        "named_person",
        "Lena Ortiz",
    ),
    Row(
        "The Halden manager, Lena Ortiz, met the Ostrow manager. The Ostrow manager said the list was short.",
        "the list was short",
        "The Ostrow manager",
        "unnamed",
        "",
    ),
    # parties, peoples, ages
    Row(
        "Norwegian skier Emil Rade met Tom Barrow. The Norwegian said the list was short.",
        "the list was short",
        "The Norwegian",
        "named_person",
        "Emil Rade",
    ),
    Row(
        "Rep. Lena Ortiz (R-Texas) met Tom Barrow. The Texas Republican said the list was short.",
        "the list was short",
        "The Texas Republican",
        "named_person",
        "Lena Ortiz",
    ),
    Row(
        "Emil Rade, 34, was there with Tom Barrow, 60. The 60-year-old said the list was short.",
        "the list was short",
        "The 60-year-old",
        "named_person",
        "Tom Barrow",
    ),
    # a trade before a first name that the list does not have
    Row(
        "Goalkeeper Jiro Tanaka said the grass was wet.",
        "the grass was wet",
        None,
        "named_person",
        "Jiro Tanaka",
    ),
    Row(
        "Hunter S. Barrow said the grass was wet.",
        "the grass was wet",
        None,
        "named_person",
        "Hunter S. Barrow",
    ),
]
