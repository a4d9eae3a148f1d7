// Builds DOM nodes; text never becomes markup.

export function element(name, properties = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (key === 'class') node.className = value;
    else if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, value === true ? '' : value);
  }
  node.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return node;
}

export const isWebAddress = url => /^https?:\/\//i.test(url ?? '');

export const webLink = (url, className, ...children) =>
  element('a', { class: className, href: url, target: '_blank', rel: 'noopener' }, ...children);
