#include "dialogs/slots/time_words.h"

namespace dialogs {

const Phrases& words_for_now() {
  static const Phrases all(
      "asap; a s a p; a . s . a . p .; now; right (now|away); rn; now is (good|fine|best|perfect|"
      "ok); as soon as (possible|you can|u can|someone can|they can|someone is available|"
      "you are able); immediately; imediately; sooner is better; [the] soonest [possible|you can]; "
      "the sooner (the|is) better; sooner the better; (anytime|any time) now; at once; "
      "straight away; this (minute|instant|second); as (quick|quickly|fast) as (possible|you can); "
      "quick as you can; earliest (possible|available|you can|you have|time|convenience); "
      "[the] earliest; first available; next available; urgent; urgently; whenever you can today; "
      "soonest; today asap; im (free|available|here) [right] now; ahora [mismo|mismito]; "
      "ahorita [mismo|mismito]; horita; orita; ya [mismo|mero]; ya ya; lo (antes|mas pronto|"
      "mas rapido|mas antes) [posible|que puedan|que pueda|que se pueda]; cuanto antes [mejor]; "
      "de (inmediato|una vez|volada); inmediatamente; en este [mismo] momento; lo mas pronto; "
      "en cuanto puedan; en cuanto pueda; tan pronto [como] (puedan|pueda|sea posible|se pueda); "
      "urgente; enseguida; en seguida; pronto; soon; al instante; en este instante; rapido; "
      "mientras mas pronto mejor; entre mas pronto mejor; lo antes que (puedan|pueda|se pueda); "
      "ahora estoy (libre|disponible); luego luego; a la brevedad [posible]");
  return all;
}

const Phrases& words_for_anytime() {
  static const Phrases all(
      "anytime; any time; any (hour|hours|moment); anytiem; any1time; whenever [works|you can|"
      "you want|you like|is good|is fine|is easiest|is best|u can|someone can|ur free|youre free|"
      "you are free|its convenient|they can]; when ever; wenever; when (you|u|they|someone) can; "
      "all day [long]; any time (is fine|works|is good|is ok|at all|of day|of the day); "
      "no preference; no pref; dont have a preference; [it] (doesnt|dont|does not|dosent|"
      "doesn t) matter; (dont|do not) care; im (flexible|open|free|available|easy|home|"
      "always free|always available|always home|around|retired) [all day|anytime|whenever|"
      "all the time]; i am (flexible|open|free|available|home) [all day|anytime]; flexible; "
      "wide open; up to (you|u); your (choice|call|convenience); at your convenience; "
      "youre choice; (you|u) (pick|choose|decide); always available; 24 / 7; 24 7; any and all; "
      "whatever (works|time|is best|is good|you have|you want|is easiest); wherever you can; "
      "i can talk (anytime|whenever|any time); my schedule is (open|flexible|free); any is fine; "
      "(either|any) works; all times work; around the clock; cuando (sea|quieran|quiera|quieras|"
      "gusten|guste|puedan|pueda|ustedes puedan|ustedes quieran|ustedes gusten|se pueda|"
      "les convenga|usted pueda|usted guste|ustedes gusten|usted quiera|tengan tiempo|"
      "tenga tiempo|les quede bien|se les haga mas facil); a (cualquier|qualquier) (hora|momento); "
      "(cualquier|qualquier) (hora|momento|horario|rato); en cualquier (momento|horario|hora|"
      "rato); cualquiera [esta bien|hora|me sirve]; todo el [santo] dia; a la hora que (sea|"
      "quieran|quiera|gusten|guste|puedan|pueda|ustedes quieran); [la] hora que (sea|quieran|"
      "gusten|puedan); (me|les) da (igual|lo mismo); es igual; da (igual|lo mismo); "
      "no importa [la hora|el horario|cuando]; no me importa; sin preferencia; "
      "no tengo preferencia; ninguna preferencia; como (gusten|guste|quieran|quiera|puedan|"
      "ustedes digan|ustedes quieran|usted quiera); siempre estoy (disponible|libre|en casa); "
      "[estoy|soy] (disponible|flexible|libre) [siempre|todo el dia|a toda hora]; todas las horas; "
      "a todas horas; estoy en (casa|la casa) [todo el dia]; lo que les convenga; donde puedan; "
      "ustedes (digan|decidan|escojan); usted (diga|decida|escoja); tengo todo el dia (libre|"
      "disponible); no trabajo");
  return all;
}

const Phrases& words_for_later_than() {
  static const Phrases all(
      "(dont|do not|wont) (get|be) (home|off|out|back|free|done|in) [from] [work|school|"
      "class] (till|until|til|before); after; aftr; afterr; past; since; from; starting [at|from|"
      "around|after]; beginning at; [anytime|any time|whenever|sometime|some time|only|right|just|"
      "preferably|a little|well|best] after; (not|never|nothing) before; no earlier than; "
      "not earlier than; not (until|till|til); (dont|do not|please dont|cant) call [me] (before|"
      "until|till|til); no calls (before|until); dont want [any] (calls|a call|you to call) [me] "
      "(before|until); later than; (work|working|busy|in class|"
      "in school|at school|at work|in meetings|in a meeting|tied up|unavailable|occupied|sleep|"
      "asleep|not home|not free|not available|in session|booked|teaching|on shift|at my job|"
      "out) [today|most days|everyday] (till|until|til|til about|thru); i (work|am busy|"
      "am at work|am working|have class|have work|teach|sleep|have school) (till|until|til); (get|"
      "getting) (off|out|home|done|back) [of] [from] [work|school|class|my shift] [at|around|by|"
      "about]; (off|out|home|done|free|available|finished|back|awake|up) [from|of|of work|work|"
      "school|from work|class|with work] (at|by|around|after|from|starting|starting at|as of|past|"
      "about); (free|available) [starting|from|after] [at]; [i] (finish|end|clock out|leave|"
      "leave work|come home|wake up|punch out) [work|class|school] [at|around|by]; my (shift|"
      "class|day|work) ends [at|around]; (shift|class|work|school) (ends|is over|gets out|"
      "lets out) [at|around]; (cant|can t|cannot) (talk|answer|pick up|do|take calls|speak|"
      "before) (until|till|til|before); cant (until|till|til); cant before; despues (de|del|"
      "d) [las|la|los]; dspues de [las|la]; dsp (de|d) [las|la]; despuecito de [las|la]; (pasadas|"
      "pasando|pasaditas) [de] (las|la); a partir (de|del) [las|la]; (desde|de) (las|la); "
      "desde el; de las; mas tarde de (las|la); posterior a (las|la); luego de (las|la); "
      "ya despues de (las|la); nomas despues de (las|la); no antes (de|del) [las|la]; "
      "nunca antes de (las|la); no (me llamen|llamen|llame|me llame|me hablen) antes de [las|la]; "
      "no quiero que [me] (llamen|hablen|marquen) antes de [las|la]; "
      "(trabajo|estoy ocupado|estoy ocupada|ocupado|ocupada|duermo|estoy en clase|tengo clases|"
      "tengo clase|estoy trabajando|estoy en el trabajo|trabajando|no puedo|en la escuela|"
      "tengo trabajo|en el trabajo) hasta (las|la|como las|como la|el); (salgo|llego|acabo|"
      "termino|me desocupo|me despierto|estoy libre|quedo libre|regreso|vuelvo) [de|del|"
      "a] [trabajar|trabajo|trabajo ya|la escuela|clase|clases|mi turno|la chamba|casa|la casa|"
      "mi trabajo|mi casa|mis clases] [como|desde|despues de] [a] (las|la); estoy (libre|"
      "disponible|en casa) (desde|despues de|a partir de|de) [las|la]; mi turno (termina|acaba|"
      "se acaba) a (las|la); hasta despues de (las|la); que sea despues de (las|la)");
  return all;
}

const Phrases& words_for_earlier_than() {
  static const Phrases all(
      "before; b 4; b 4 like; by; until; till; til; up (to|until); not (after|past|later than); "
      "(no|nothing) (later than|after|past); [anytime|any time|sometime|whenever|only] (before|"
      "until|till); (dont|do not|please dont) call [me] (after|past); no calls (after|past); "
      "dont want [any] (calls|a call|you to call) [me] (after|past); (i|"
      "we) (work|start|leave|start work|go to work|go in|go in to work|have class|clock in) at; "
      "(start|starts|begin|begins|leave) [for] [work|class|school|my shift] at; (work|class|"
      "school|my shift) starts at; prior to; earlier than; (free|available|home|off) (until|till|"
      "til); i go to bed [at|around|by]; in bed by; asleep by; have to leave (at|by); gotta go by; "
      "antes (de|del|d) [las|la|los|que den las]; antesitos de (las|la); (hasta|asta) (las|la|el); "
      "no (mas tarde|despues|pasadas|mas alla|pasado) (de|del) (las|la); no despues del; "
      "a mas tardar [a] (las|la); (entro|empiezo|salgo para el trabajo|me voy|me acuesto|"
      "me duermo|tengo que salir) [a|al] [trabajar|trabajo|la escuela|clases] a (las|la); "
      "no (me llamen|llamen|llame|me hablen) (despues|mas tarde) de (las|la); "
      "no quiero que [me] (llamen|hablen|marquen) (despues|mas tarde) de (las|la); (libre|"
      "disponible) hasta (las|la)");
  return all;
}

const Phrases& words_for_about() {
  static const Phrases all(
      "around [like|about]; about; like [around|about|at]; circa; approximately; roughly; approx; "
      "~; near; close to; or around; somewhere around; sometime around; some time around; round; "
      "arnd; abt; at (about|around|like|approximately|roughly); say around; como (a|"
      "por) [eso de] [las|la]; como las; tipo [las|la]; alrededor de [las|la]; "
      "aproximadamente [a] [las|la]; aprox [a] [las|la]; mas o menos [a|como a] [las|la]; (a|"
      "por) eso de [las|la]; por ahi (de|a) [eso de] [las|la]; por ahi como a (las|la); (cerca|"
      "cerquita) de [las|la]; hacia (las|la); sobre (las|la); como tipo [las]; masomenos [a] [las|"
      "la]; como; a como las");
  return all;
}

const Phrases& words_for_things() {
  static const Phrases all(
      "hour; hours; day; days; week; weeks; month; months; year; years; times; time; minutes; min; "
      "mins; dias; semanas; meses; anos; veces; minutos; kids; children; hijos; people; mg; pills; "
      "percent; %; yo; yrs; wks; dollars; grams; beers; drinks; shots; bucks; sessions; personas; "
      "ninos; pastillas; cervezas; dolares; sesiones; lbs; weeks sober; months sober; of us; kid; "
      "minute; bottles; botellas; tragos; st; nd; rd; th; day; step; steps; hrs; horas; hr; "
      "semana; mes");
  return all;
}

const Phrases& words_for_except() {
  static const Phrases all(
      "(i work|trabajo|im busy|busy|i have class|i have school|im at work|at work|unavailable|"
      "not available|asleep) [in|on|during|en|por|de|los] [the|las|la]; [i] (cant|cannot|can not|"
      "dont want|wont be able to) [do|talk|answer|take calls|pick up] [in|on|during|at] [the|any]; "
      "(dont call me|do not call|do not call me|never|no calls|not free|im not free|im not home|"
      "salvo|nunca|jamas) [in|on|during|at|en|por] [the|el|los|las|la]; (no puedo|no podria|"
      "no estoy|no me llamen|no llamen|no me llame|no llame|no me marquen|no me hablen|"
      "no quiero que me llamen|no me sirve|no me queda) [contestar|hablar|"
      "libre] [en|por|de|a] [el|los|las|la]; (not|except|excluding|"
      "besides|other than|but not|just not|excepto|menos|pero no|avoid|anything but|"
      "dont call) [in|on|during|for|en|por] [the|el|los|las|la]; but (in|on|the|mondays|"
      "monday) [the]; no [in|on|during|for|en|por] [the]; no (el|los|por las|en las|por la|en la)");
  return all;
}

const Phrases& words_before_other_numbers() {
  static const Phrases all(
      "im; i am; age; aged; am; tengo; have; turned; turn; is; room; apt; unit; grade; chapter; "
      "hes; shes; he is; she is; tiene; cumpli; su; # ; hace; for; los; suite; edad; year; zip; "
      "code; only; and; with; took; drank; llevo; con; nivel; past; since; over");
  return all;
}

const Phrases& words_for_no_time() {
  static const Phrases all(
      "[muy] (buenas|buena) (tardes|tarde|noches|noche); buenos dias; buen dia; "
      "[have a] good (morning|afternoon|evening|day|night|one); "
      "(its|it is|thats|already|its already) (past|after); ya (son|pasaron|es mas de) las; "
      "its now; son las");
  return all;
}

}  // namespace dialogs
