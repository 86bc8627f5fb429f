export { type Bank, drawTest, questionsIn, type TestItem, type TestOptions } from './draw.ts'
export { type Result, type ResultItem, resultOf } from './result.ts'
export { handedIn, type Sitting, type SittingAction, sittingAfter, sittingIn, timeLeft } from './sitting.ts'
