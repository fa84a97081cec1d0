// The site of docs/. What it links outside of docs/ is shown by GitHub, at the version of package.json.
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'vitepress';
import { headingSlug } from '../../heading-slug.ts';
import { projectOf } from '../../project.ts';
import { menuOf, siteLink } from '../../site-pages.ts';

const root = resolve(import.meta.dirname, '../../..');
const { version, repository } = projectOf(readFileSync(resolve(root, 'package.json'), 'utf8'));
const address = `https://github.com/${repository}`;

// What a page becomes imports Vue, which is found only from inside of this folder.
const pages = resolve(root, 'scripts/site/pages');
rmSync(pages, { recursive: true, force: true });
cpSync(resolve(root, 'docs'), pages, { recursive: true });

export default defineConfig({
  title: 'cidaas-migrate',
  description: 'Moves the users of a legacy system into cidaas',
  base: `/${repository.split('/')[1]}/`,
  srcDir: pages,
  outDir: resolve(root, 'scripts/site/dist'),
  rewrites: { 'README.md': 'index.md' },
  cleanUrls: true,
  markdown: {
    anchor: { slugify: headingSlug },
    toc: { slugify: headingSlug },
    languageAlias: { ndjson: 'json', ldif: 'yaml' },
    config: (markdown) => {
      // Expressions of workflows in code, such as those of secrets, are not expressions of the site.
      const code = markdown.renderer.rules.code_inline;
      markdown.renderer.rules.code_inline = (tokens, index, options, env, self) => {
        tokens[index]?.attrSet('v-pre', '');
        return code?.(tokens, index, options, env, self) ?? '';
      };
      const fence = markdown.renderer.rules.fence;
      markdown.renderer.rules.fence = (tokens, index, options, env, self) =>
        // A picture that only GitHub draws.
        tokens[index]?.info === 'mermaid'
          ? `<p><a href="${address}/blob/v${version}/docs/${env.relativePath}">The picture on GitHub</a></p>`
          : (fence?.(tokens, index, options, env, self) ?? '');
      markdown.core.ruler.push('links-of-the-repository', ({ tokens, env }) => {
        for (const link of tokens
          .flatMap(({ children }) => children ?? [])
          .filter(({ type }) => type === 'link_open')) {
          const target = link.attrGet('href');
          if (target !== null) link.attrSet('href', siteLink(target, env.relativePath, `${address}/blob/v${version}`));
        }
      });
    },
  },
  buildEnd: ({ outDir, pages: built }) => {
    const broken = built.filter((page) => {
      const html = page.replace(/README\.md$/, 'index.md').replace(/\.md$/, '.html');
      return !readFileSync(resolve(outDir, html), 'utf8').includes('<h1 id=');
    });
    if (broken.length > 0) throw new Error(`These pages could not be rendered: ${broken.join(', ')}`);
  },
  themeConfig: {
    search: { provider: 'local' },
    sidebar: menuOf(readFileSync(resolve(root, 'docs/README.md'), 'utf8')),
    outline: [2, 3],
    nav: [{ text: `v${version}`, link: `${address}/releases` }],
    socialLinks: [{ icon: 'github', link: address }],
  },
});
