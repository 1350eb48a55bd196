// The resolver behind built.mjs: what a test imports from src/ comes from dist/, as users run it.
const SOURCE = new URL('../../src/', import.meta.url).href
const BUILT = new URL('../../dist/', import.meta.url).href

export async function resolve(specifier, context, nextResolve) {
  const resolved = await nextResolve(specifier, context)
  if (!resolved.url.startsWith(SOURCE)) return resolved
  const url = BUILT + resolved.url.slice(SOURCE.length).replace(/\.tsx?$/, '.js')
  return { ...resolved, url, format: 'module' }
}
