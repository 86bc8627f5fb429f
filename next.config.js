/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  distDir: process.env.FOOTNOTE_DIST_DIR ?? '.next',
  serverExternalPackages: [
    'better-sqlite3',
    '@prisma/adapter-better-sqlite3',
    '@prisma/adapter-pg',
    'pg',
    '@node-rs/argon2',
    'wink-nlp',
    'wink-eng-lite-web-model',
  ],
}
