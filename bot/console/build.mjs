// Bundles the console: node build.mjs OUTPUT_FOLDER. Run where node_modules lies; its index.html names what was made.
import {build} from 'esbuild';
import {readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';

const [output] = process.argv.slice(2);
const {metafile} = await build({
  entryPoints: {console: 'src/main.js', styles: 'styles/console.css'},
  outdir: output,
  bundle: true,
  minify: true,
  splitting: true,
  format: 'esm',
  target: ['es2022', 'safari16.4'],
  charset: 'utf8',
  legalComments: 'inline',
  entryNames: '[name]-[hash]',
  chunkNames: 'part-[hash]',
  metafile: true,
  logLevel: 'warning',
});
const made = (source) => path.basename(
  Object.entries(metafile.outputs).find(([, {entryPoint}]) => entryPoint === source)[0]);
const page = (await readFile('index.html', 'utf8'))
  .replace('@script@', made('src/main.js')).replace('@styles@', made('styles/console.css'));
await writeFile(path.join(output, 'index.html'), page);
