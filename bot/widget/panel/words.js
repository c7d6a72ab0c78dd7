// What the panel itself says. {clinic}, {phone}, {section} and {date} are filled in by `say`.
export const words = {
  en: {
    title: 'Admissions assistant',
    note: 'Automated. Not a person or a clinician.',
    disclosure: 'I’m an automated assistant for {clinic}, not a person or a clinician. I can answer ' +
      'questions and arrange a call. Please leave out private medical details. In an emergency ' +
      'call 911, or call or text 988. To reach a person any hour: {phone}.',
    help: 'Help now',
    call911: 'Call 911, emergency',
    call988: 'Call 988, suicide and crisis line',
    callClinic: 'Call the clinic, {phone}',
    leave: 'Leave this page now',
    close: 'Close the chat',
    more: 'More',
    save: 'Save as text',
    print: 'Print',
    clear: 'Clear chat',
    clearQuestion: 'Clear this chat? It is erased here and with us. If you asked for a call, that ' +
      'request is erased too, and nobody will call.',
    clearYes: 'Yes, clear it',
    clearNo: 'No, keep it',
    cleared: 'The chat is cleared.',
    transcript: 'Conversation',
    message: 'Your message',
    write: 'Write your message',
    send: 'Send',
    letters: 'Show letters',
    digits: 'Show numbers',
    you: 'You:',
    assistant: 'Assistant:',
    crisis: 'Help is there right now',
    waiting: 'Getting the answer',
    unsent: 'Not sent yet',
    refused: 'This could not be sent.',
    offline: 'No connection. What you write is kept and sent as soon as it is back. By phone, any ' +
      'hour: {phone}, 988 or 911.',
    busy: 'That was a lot at once. The rest goes out by itself in a moment. In an emergency call ' +
      '911, or call or text 988.',
    history: 'Earlier messages could not be loaded yet.',
    ended: 'The earlier chat is no longer kept. You can start again at any time.',
    source: 'From our page: “{section}”. Medically reviewed {date}.',
    choices: 'Suggested answers',
    starters: ['I would like a call', 'What is IOP?', 'Do you take insurance?'],
  },
  es: {
    title: 'Asistente de admisiones',
    note: 'Automático. No es una persona ni personal clínico.',
    disclosure: 'Soy el asistente automático de {clinic}; no soy una persona ni personal clínico. ' +
      'Puedo responder preguntas y pedir que le llamen. Por favor, no escriba datos médicos ' +
      'privados. En una emergencia llame al 911, o llame al 988 (oprima 2). Para hablar con una ' +
      'persona a cualquier hora: {phone}.',
    help: 'Ayuda ya',
    call911: 'Llamar al 911, emergencias',
    call988: 'Llamar al 988, línea de crisis y suicidio',
    callClinic: 'Llamar a la clínica, {phone}',
    leave: 'Salir de esta página ya',
    close: 'Cerrar el chat',
    more: 'Más',
    save: 'Guardar como texto',
    print: 'Imprimir',
    clear: 'Borrar el chat',
    clearQuestion: '¿Borrar este chat? Se borra aquí y también en la clínica. Si pidió una ' +
      'llamada, esa solicitud también se borra y nadie va a llamar.',
    clearYes: 'Sí, borrar',
    clearNo: 'No, dejarlo',
    cleared: 'El chat quedó borrado.',
    transcript: 'Conversación',
    message: 'Su mensaje',
    write: 'Escriba su mensaje',
    send: 'Enviar',
    letters: 'Ver letras',
    digits: 'Ver números',
    you: 'Usted:',
    assistant: 'Asistente:',
    crisis: 'Hay ayuda en este momento',
    waiting: 'Buscando la respuesta',
    unsent: 'Aún no se envía',
    refused: 'Este mensaje no se pudo enviar.',
    offline: 'Sin conexión. Lo que escriba se guarda y se envía en cuanto regrese. Por teléfono, a ' +
      'cualquier hora: {phone}, 988 o 911.',
    busy: 'Llegaron muchos mensajes seguidos. Los demás salen solos en un momento. En una ' +
      'emergencia llame al 911, o llame al 988 (oprima 2).',
    history: 'Todavía no se pudieron cargar los mensajes anteriores.',
    ended: 'El chat anterior ya no está guardado. Puede empezar de nuevo cuando quiera.',
    source: 'De nuestra página: “{section}”. Revisión médica: {date}.',
    choices: 'Respuestas sugeridas',
    starters: ['Quiero que me llamen', '¿Qué es el IOP?', '¿Aceptan mi seguro?'],
  },
};

// A language's name in itself, and what a visitor would write to change to it.
export const languages = {en: 'English', es: 'Español'};

export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

// A US number as a tel: link names it; short ones such as 988 as they are.
export function phoneLink(number) {
  const digits = number.replace(/\D/g, '');
  return `tel:${digits.length === 10 ? '+1' : ''}${digits}`;
}
