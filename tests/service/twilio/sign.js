// Signs with Twilio's own helper library: sign.js FOLDER, where it is installed. A question a line on stdin,
// {"token", "url", "params"}, and its signature as JSON on stdout; with "signature" whether the library holds it valid.
const path = require("path");
const readline = require("readline");
const twilio = require(path.join(process.argv[2], "node_modules", "twilio"));

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  const { token, url, params, signature } = JSON.parse(line);
  const answer = signature === undefined
    ? twilio.getExpectedTwilioSignature(token, url, params)
    : twilio.validateRequest(token, signature, url, params);
  console.log(JSON.stringify(answer));
});
