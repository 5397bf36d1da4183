/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  serverExternalPackages: ['mdx-bundler', 'esbuild', 'pg', 'harfbuzzjs', '@vercel/og'],
  typescript: { ignoreBuildErrors: true },
  // English pages have no prefix in their address; inside, every page lives under its locale.
  async redirects() {
    return [{ source: '/en/:path*', destination: '/:path*', permanent: true }]
  },
  async rewrites() {
    return {
      beforeFiles: [
        { source: '/', destination: '/en' },
        { source: '/modules/:path*', destination: '/en/modules/:path*' },
        { source: '/certificates/:id', destination: '/en/certificates/:id' },
        ...(process.env.NODE_ENV === 'development' ? [{ source: '/lab/:path*', destination: '/en/lab/:path*' }] : []),
      ],
      afterFiles: [],
      fallback: [],
    }
  },
}
