// One way to make elements. What stands between the tags of a template is a text node and nothing
// else: no text of a visitor, a coordinator or the server is ever read as HTML.
import htm from 'htm';
import {h} from 'preact';

export const html = htm.bind(h);
