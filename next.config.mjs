const development = process.env.NODE_ENV === 'development'
/** pages with one address each; what lies below them is rewritten, too */
const pages = [
  'modules',
  'toolkit',
  'review',
  'framework',
  'glossary',
  'notebook',
  'primer',
  'sign-in',
  'sign-up',
  'forgot',
  'reset-password',
  'verify',
  'verify-email',
  'invited',
  'account',
  'setup',
  'admin',
  'join',
  'me',
  'facilitate',
  'unsubscribe',
  ...(development ? ['preview', 'lab'] : []),
]

/** @type {import('next').NextConfig} */
export default {
  // `page.dev.tsx` is a page while one writes, and no part of what is built
  pageExtensions: development ? ['dev.tsx', 'tsx', 'ts'] : ['tsx', 'ts'],
  reactStrictMode: true,
  poweredByHeader: false,
  // a page comes with its title: sent later, as it is for browsers otherwise, a page that was gone to has none for a moment
  htmlLimitedBots: /.*/,
  // types are a check of their own (npm run types), so that a build does not do it twice
  typescript: { ignoreBuildErrors: true },
  // a lesson carries the styles of the activities it shows, not those of all thirty-four kinds
  experimental: {
    cssChunking: { type: 'graph', requestCost: 2000 },
    // nothing reads the maps of a served build, and a cache of it helps nobody who builds once: without them a first build takes two
    // thirds of the time and a ninth of the disk
    turbopackSourceMaps: development,
    turbopackFileSystemCacheForBuild: false,
  },
  serverExternalPackages: ['mdx-bundler', 'esbuild', 'pg', 'harfbuzzjs', '@vercel/og', 'wawoff2', 'pdfkit'],
  // English pages have no prefix in their address; inside, every page lives under its locale.
  async redirects() {
    return [{ source: '/en/:path*', destination: '/:path*', permanent: true }]
  },
  async rewrites() {
    return {
      beforeFiles: [
        { source: '/', destination: '/en' },
        { source: '/certificates/:id', destination: '/en/certificates/:id' },
        ...pages.map((page) => ({ source: `/${page}/:path*`, destination: `/en/${page}/:path*` })),
      ],
      // an address nobody knows gets the not-found page inside the site's frame; before the dynamic pages are asked, because the first
      // part of an address would pass for a language there
      afterFiles: [
        { source: '/:path((?!api/|_next/|en$|en/|find/|certificates/|credentials/|achievements/).*)', destination: '/en/:path' },
      ],
      fallback: [],
    }
  },
}
