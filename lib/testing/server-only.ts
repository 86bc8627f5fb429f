// The real package throws outside a React Server build; tests of lib/server resolve to this empty module instead.
export {}
