export const quiz = {
  title: 'Quiz',
  questionsGone: 'Some of these questions are no longer in the set. Choose them anew.',
  closesFirst: 'It would close before it opens. Set a later end.',
  neverTold:
    'Answers are to be told when it has closed, and it has no end. Set one, or tell them when a learner has handed in.',
  notYet: 'It has not opened yet.',
  isClosed: 'It has closed.',
  answerNeeded: 'Say which answer.',
  usedUp: 'You have used all your attempts.',
}
