/** What a few of the demonstration chose to show of their reflections: three to each module, the only words that are written in. */

export const reflections: Readonly<Record<string, readonly string[]>> = {
  'soft-skills': [
    'The map of the water points after the flood. The hard skill was joining two lists with different spellings. The soft one was calling O. at the ministry before I published it. Two points on my list had been closed the week before. Without the call, a truck would have gone to a dry tap.',
    'A short note that changed when we send the weekly table. I needed a pivot table for it. I also needed to ask T. what she does with the table on Mondays, and then to be quiet. She prints one column. Without the question we would still send her nine.',
    'We finished the assessment in four days and not in seven. People think it was the form on the phone. I think it was the evening when I asked the drivers what slowed us down.',
  ],
  'big-picture': [
    'Dear S., your number of latrines goes on one map that the donor meeting reads on the first Tuesday. Last month it moved a project from the town to the camp by the river. On Wednesday I send you the map with your place marked, so you can show your own office.',
    'I would say to M.: your report is not a form for the office. It tells the next truck where to stop. When it came late in May, two villages were counted twice and one was not counted. You get the finished table back on the same day, before anybody else.',
    'Three sentences are hard. I wrote seven and cut. What stayed: who reads it, what they decided last time, and when the partner gets it back. I had never told K. the third one. Perhaps that is why the reports come late.',
  ],
  networking: [
    'To D. at the statistics office: “I saw that the census table on your site still has the old district codes. I made a list of old and new ones for our work. Here it is, in case it saves somebody an afternoon. No reply needed.”',
    'I looked through my mail to R. Eleven messages, eleven requests. This week I send him the photo of his poster on the wall of the registration tent. He drew it, and he has never seen it in use.',
    'It is P., who answers every time and within the hour. I never told her what became of her figures. I will write to her that the road was opened because of them.',
  ],
  'emotional-intelligence': [
    'Good: the handover with L. was calm, though we were both tired. Less good: Thursday, when the third version of the same table came. It was a seven of ten, and I wrote a mail at once. I would ask J. what she notices. She sits opposite and sees my face before I do.',
    'I noticed that I get negative when I am interrupted, not when there is much to do. That surprised me. I will ask A., because he interrupts me most and still likes me.',
    'I was less good in the meeting on Tuesday. I said “fine” and it was not fine. My question goes to N., who asked me afterwards if I was angry.',
  ],
  prioritisation: [
    'A, C, C, D, A, C, C, B. The C is everybody else’s morning. My B task is the note on how we clean the names. If it waits another month, I go on leave and nobody can clean them.',
    'Most of mine are A, but when I am strict only two were. The others felt urgent because somebody stood beside my desk. The B that waits is the back-up. I know what it turns into.',
    'Four of eight were D. I did not like to see that. I tidied colours in a map that two people read. The B task is a visit to H., and it needs one hour.',
  ],
  accountability: [
    'I said to F.: “I will look into it.” Nobody could see whether that was kept, and I did not keep it. Again: “I send you the list of closed sites, with dates, by Thursday noon, and it will be in the shared folder with your initials on it.”',
    'My promise was to “support the field team with data”. Who would know? Now: on the first working day of each month, I send G. the two tables she named, and she tells me in the meeting which one she used.',
    'I asked a colleague what I had promised. She said: training for the new ones. I had no memory of it. It is now in the calendar, with her name beside it.',
  ],
  'active-listening': [
    'C. was explaining why the numbers are low in the north. I began to prepare when he said “security”. After that I heard nothing. He may have said that the team changed. I will ask him again.',
    'With B., on the phone. I started at the word “format”, because I have a good answer about formats. I think her question was a different one. She said “well, thank you” in a way that was not thank you.',
    'The moment was early: her second sentence. I missed what she asked for at the end, because I had already opened the file. I gave her the file. She needed a person.',
  ],
  'bringing-it-together': [
    'I would take out that it was my result. I would add two names. If a partner is late for the second time, then I call before I write. If somebody stops in the middle of a sentence, then I wait. E. will ask me about both.',
    'At the end of module 1, I wrote about a map. Now I would write about the call before the map. My plans: on Friday at three, I tick what I promised; when I feel seven of ten, I walk to the gate first. W. asks me in a month.',
    'I had written “good communication”. I crossed it out. What I did was to read the list aloud with two colleagues. If a table leaves my desk, then one person who uses it has seen it. Y. will ask.',
  ],
}
