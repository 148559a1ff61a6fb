import ts from 'typescript';

/** Attributes that are read out or shown. */
const shownAttributes = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'title',
  'placeholder',
  'alt',
  'label',
  'hint',
  'description',
  'prefix',
  'action',
  'all',
  'empty',
  'containerAriaLabel',
]);

/** Said the same in every language. */
const allowed = new Set(['NimbusU', 'nimbusu-demo']);

/** Words in a component's source that a reader would see or hear, and that do not come from the catalogue. */
export function untranslatedText(file: string, source: string): string[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];

  function note(node: ts.Node, text: string): void {
    const words = text.replaceAll(/&\w+;/g, '').trim();
    if (!/\p{L}/u.test(words) || allowed.has(words)) return;
    found.push(`${file}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${words}`);
  }

  /** The strings an expression may end as: `a ? 'x' : 'y'`, `a && 'x'`, `${a} x`. */
  function noteValue(node: ts.Expression): void {
    if (ts.isStringLiteralLike(node)) note(node, node.text);
    else if (ts.isTemplateExpression(node))
      note(
        node,
        [node.head, ...node.templateSpans.map((span) => span.literal)].map((part) => part.text).join(' '),
      );
    else if (ts.isParenthesizedExpression(node)) noteValue(node.expression);
    else if (ts.isConditionalExpression(node)) {
      noteValue(node.whenTrue);
      noteValue(node.whenFalse);
    } else if (ts.isBinaryExpression(node)) {
      noteValue(node.right);
      if (node.operatorToken.kind !== ts.SyntaxKind.AmpersandAmpersandToken) noteValue(node.left);
    }
  }

  function visit(node: ts.Node): void {
    if (ts.isJsxText(node)) note(node, node.text);
    if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent))
      noteValue(node.expression);
    if (ts.isJsxAttribute(node) && shownAttributes.has(node.name.getText())) {
      if (node.initializer && ts.isStringLiteral(node.initializer)) note(node, node.initializer.text);
      if (node.initializer && ts.isJsxExpression(node.initializer) && node.initializer.expression)
        noteValue(node.initializer.expression);
    }
    if (isToast(node) && node.arguments[0]) noteValue(node.arguments[0]);
    ts.forEachChild(node, visit);
  }
  visit(tree);
  return found;
}

/** `toast('…')`, `toast.error('…')` */
function isToast(node: ts.Node): node is ts.CallExpression {
  return ts.isCallExpression(node) && /^toast(\.\w+)?$/.test(node.expression.getText());
}
