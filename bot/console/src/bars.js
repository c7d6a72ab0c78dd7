// A bar chart and the table behind it. The canvas is a picture to a screen reader, the table is not.
import {useEffect, useRef, useState} from 'preact/hooks';
import uPlot from 'uplot';
import {html} from './html.js';

const kHeight = 220;
const kTallHeight = 290;  // with labels that stand aslant
const kColors = ['--chart-1', '--chart-2'];
const kLabelsMax = {wide: 8, narrow: 4};
const kSidePx = 48;  // what stands left of the bars
const kLetterPx = 6.6;  // of a label, on average
const kLineCharacters = 14;
const kAngle = 40;  // of a label that stands aslant; how high and how wide it is, of its length:
const kAslant = {high: 0.65, wide: 0.77};

// `ordered` labels, as hours are, may be left out between others where there is no room for all.
export function Bars({title, note, label, labels, series, ordered}) {
  const place = useRef();
  const [drawn, redraw] = useState(0);
  useEffect(() => {
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    const again = () => redraw((n) => n + 1);
    scheme.addEventListener('change', again);
    const made = options(place.current, labels, series, ordered);
    const observer = new ResizeObserver(([{contentRect: {width}}]) => plot.setSize({width, height: made.height}));
    const plot = new uPlot(made, [labels.map((_, x) => x), ...stacked(series)], place.current);
    observer.observe(place.current);
    return () => {
      scheme.removeEventListener('change', again);
      observer.disconnect();
      plot.destroy();
    };
  }, [labels.join(), JSON.stringify(series), drawn]);
  const some = series.some(({values}) => values.some((n) => n > 0));
  return html`<section class="chart"><h2>${title}</h2>
    ${note && html`<p class="quiet">${note}</p>`}
    ${series.length > 1 && html`<p class="legend">${series.map(({name}, at) => html`<span class=${'key key-' + (at + 1)}>${name}</span>`)}</p>`}
    <div class=${some ? 'plot' : 'hidden'} ref=${place} role="img" aria-label=${`${title}, as bars; the numbers are in the table below`}></div>
    ${some ? html`<details><summary>Table</summary><div class="scroll" tabindex="0" role="group" aria-label=${title}><table>
      <thead><tr><th scope="col">${label}</th>${series.map(({name}) => html`<th scope="col" class="number">${name}</th>`)}</tr></thead>
      <tbody>${labels.map((name, row) => html`<tr><th scope="row">${name}</th>
        ${series.map(({values}) => html`<td class="number">${values[row]}</td>`)}</tr>`)}</tbody></table></div></details>`
      : html`<p class="quiet">Nothing in this time.</p>`}
  </section>`;
}

// The tallest first, so that what stands lower is drawn over it.
function stacked(series) {
  const sums = series.map((_, at) => series[0].values.map((_value, row) =>
    series.slice(0, at + 1).reduce((sum, {values}) => sum + values[row], 0)));
  return sums.reverse();
}

const longest = (texts) => Math.max(0, ...texts.map(({length}) => length * kLetterPx));

// On two lines, for which there is room: broken at the space that is nearest to the middle.
function inTwo(text) {
  if (text.length <= kLineCharacters) return text;
  const spaces = [...text].flatMap((letter, at) => letter === ' ' ? [at] : []);
  const middle = spaces.sort((a, b) => Math.abs(a - text.length / 2) - Math.abs(b - text.length / 2))[0];
  return middle === undefined ? text : `${text.slice(0, middle)}\n${text.slice(middle + 1)}`;
}

function options(node, labels, series, ordered) {
  const style = getComputedStyle(node);
  const color = (name) => style.getPropertyValue(name).trim();
  const width = node.clientWidth || 320;
  const every = ordered ? Math.ceil(labels.length / (width > 440 ? kLabelsMax.wide : kLabelsMax.narrow)) : 1;
  const texts = labels.map(inTwo);
  const isTight = !ordered && longest(texts.flatMap((text) => text.split('\n'))) > (width - kSidePx) / labels.length;
  const font = `12px ${style.fontFamily}`;
  const axis = {stroke: color('--quiet'), font, ticks: {show: false}, grid: {stroke: color('--line'), width: 1}};
  const shown = isTight ? labels : texts;
  const left = isTight ? Math.max(0, longest(labels) * kAslant.wide - kSidePx) : null;
  return {width, height: isTight ? kTallHeight : kHeight, padding: [null, null, null, left], legend: {show: false}, cursor: {show: false},
    scales: {x: {time: false, range: [-0.6, labels.length - 0.4]}, y: {range: (_, _min, max) => [0, Math.max(4, max * 1.1)]}},
    axes: [{...axis, grid: {show: false}, ...(isTight ? {size: longest(labels) * kAslant.high + 16, rotate: kAngle} : {size: 44}), splits: () => labels.map((_, x) => x).filter((x) => x % every === 0),
      values: (_, at) => at.map((x) => shown[x] ?? '')}, {...axis, size: kSidePx, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000]}],
    series: [{}, ...series.map((_, at) => ({fill: color(kColors[series.length - 1 - at]), width: 0,
      paths: uPlot.paths.bars({size: [0.7, 64], radius: 0.15}), points: {show: false}}))]};
}
