export { type ListRow, type ParsedList, parseList, ROWS_MAX, SEPARATORS, type Separator } from './parse.ts'
