/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  // types are a check of their own (npm run types), so that a build does not do it twice
  typescript: { ignoreBuildErrors: true },
  // a lesson carries the styles of the activities it shows, not those of all thirty-four kinds
  experimental: { cssChunking: { type: 'graph', requestCost: 2000 } },
  serverExternalPackages: ['mdx-bundler', 'esbuild', 'pg', 'harfbuzzjs', '@vercel/og', 'wawoff2'],
  // English pages have no prefix in their address; inside, every page lives under its locale.
  async redirects() {
    return [{ source: '/en/:path*', destination: '/:path*', permanent: true }]
  },
  async rewrites() {
    return {
      beforeFiles: [
        { source: '/', destination: '/en' },
        { source: '/primer', destination: '/en/primer' },
        { source: '/modules/:path*', destination: '/en/modules/:path*' },
        { source: '/certificates/:id', destination: '/en/certificates/:id' },
        ...(process.env.NODE_ENV === 'development' ? [{ source: '/lab/:path*', destination: '/en/lab/:path*' }] : []),
      ],
      afterFiles: [],
      // an address nobody knows gets the not-found page inside the site's frame
      fallback: [{ source: '/:path((?!api/|_next/|en/).*)', destination: '/en/:path' }],
    }
  },
}
