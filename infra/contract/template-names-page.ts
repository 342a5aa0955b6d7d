import type { TemplateNames } from '../template-names.ts';

const sectionOf = ([path, names]: readonly [string, Readonly<Record<string, string>>]): string => {
  const rows = Object.entries(names).map(([name, holds]) => `| \`${name}\` | ${holds} |`);
  return [`## ${path}\n`, '| name | holds |', '|---|---|', ...rows, ''].join('\n');
};

const isOfAct = (path: string): boolean => /^release\/(acts|headlines|subheads)\//.test(path);

/** `docs/template-names.md`: what each template of a release sees; first the frame, then what tells of each kind of act. */
export const templateNamesPage = (names: TemplateNames): string => {
  const all = Object.entries(names);
  const frame = all.filter(([path]) => !isOfAct(path));
  const acts = all.filter(([path]) => isOfAct(path));
  return [
    '# Names in the templates of a release\n',
    'Made by `npx vitest run test/templates --update` from what the templates are given, as is `templates/names.json`, by which',
    'the build checks them. [Templates](../templates/README.md) says how they are written.\n',
    '| holds | how to use it |',
    '|---|---|',
    '| text | `{{name}}`, or `{{#name}}, on {{.}}{{/name}}` where it may be empty |',
    '| yes or no | `{{#name}}` … `{{/name}}`, and `{{^name}}` … `{{/name}}` where it is not so |',
    '| a list | `{{#name}}` … `{{/name}}`, once for each item; names of an item stand below as `list.name`, an item that is text is `{{.}}` |',
    '| names of its own | `{{#name}}` … `{{/name}}`; its names stand below as `name.other`, and are to be had only there |',
    '',
    'A name that has a dot here is written without what stands before it: `payment.record` is',
    '`{{#payment}}{{record}}{{/payment}}`. What a template includes sees what the place sees that includes it.\n',
    ...[...frame, ...acts].map(sectionOf),
  ].join('\n');
};
