import {useEffect, useState} from 'preact/hooks';

const kSettleMs = 600;

// False until the component has been in sight for a moment. What a thumb taps at the bottom of the page is
// followed there by other buttons: a second tap of the same haste must not press one of those.
export function useSettled() {
  const [settled, settle] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => settle(true), kSettleMs);
    return () => clearTimeout(timer);
  }, []);
  return settled;
}
