/** Letters that Unicode does not take apart into a base letter and a mark. */
const BASE_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
}
/** Scripts whose marks a learner may leave out. In others a mark makes another letter (か and が). */
const MARKED_LETTER = /([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{M}+/gu
const SYMBOLS: readonly (readonly [RegExp, string])[] = [
  [/us\$|\$/g, ' usd '],
  [/€/g, ' eur '],
  [/£/g, ' gbp '],
  [/[¥￥]/g, ' jpy '],
  [/₽/g, ' rub '],
  [/%|per cent\b/g, ' percent '],
  [/&/g, ' and '],
  [/['’‘ʼ`´]/g, ''],
]

/** Lower case, base letters, symbols as words; punctuation and spacing still stand. */
export const plainCharacters = (text: string): string => {
  const bare = text.normalize('NFKD').replace(MARKED_LETTER, '$1').normalize('NFKC').toLowerCase()
  const based = bare.replace(/[ßæœøđðłþı]/g, (letter) => BASE_LETTERS[letter] ?? letter)
  return SYMBOLS.reduce((plain, [symbol, word]) => plain.replace(symbol, word), based)
}
