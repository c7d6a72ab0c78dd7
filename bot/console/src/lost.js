import {useEffect, useRef, useState} from 'preact/hooks';
import {session} from './session.js';
import {tell} from './toast.js';

// What to say when a callback that was ours is so no more, and not by our own doing (`ours`, a ref that
// is set while a change of ours is under way); null while there is nothing to say.
export function useLost(callback, ours) {
  const holder = callback?.holder ?? null;
  const mine = holder !== null && holder === session.account.value?.name;
  const held = useRef(false);
  const [lost, show] = useState(null);
  useEffect(() => {
    if (mine) {
      held.current = true;
      show(null);
    } else if (held.current) {
      held.current = false;
      if (!ours.current) {
        const words = `${holder ? `${holder} took this one over` : 'This one is not yours any more: the time ran out'}. What you typed is still here.`;
        show(words);
        tell(words, true);
      }
    }
    ours.current = false;
  }, [mine, holder]);
  return lost;
}
