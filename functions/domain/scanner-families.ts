/**
 * Programs that say in `User-Agent` what they are, by what it holds, and where that is written. Nothing is decided by this
 * list: most scanners of mail call themselves an ordinary browser (github.com/mautic/mautic/issues/16263), and are told by
 * what they do. It only gives the audit a name where there is one. The first that fits is taken.
 */
const families = [
  // Link previews of Outlook: github.com/radiasoft/sirepo/issues/1937, datadome.co/bots/microsoft-preview.
  ['microsoft-preview', /BingPreview|MicrosoftPreview/i],
  // Skype and Teams: darkvisitors.com/agents/skypeuripreview.
  ['microsoft-teams', /SkypeUriPreview/i],
  // Defender, once called ATP; mostly an ordinary Chrome: github.com/opencollective/opencollective/issues/3656.
  ['microsoft-safe-links', /safe-?links/i],
  // Seldom by name: github.com/mautic/mautic/issues/16263.
  ['proofpoint', /proofpoint/i],
  ['mimecast', /mimecast/i],
  // "Barracuda Sentinel (EE)": braze.com/docs, on bot filtering of clicks.
  ['barracuda', /barracuda/i],
  // "(via ggpht.com GoogleImageProxy)": documentation.mailgun.com, on opens.
  ['google-image-proxy', /GoogleImageProxy|ggpht\.com/i],
  // Nothing but this: Apple's Mail Privacy Protection, cleanbox.app/blog/apple-mail-privacy-protection-explained.
  ['apple-mail-privacy', /^Mozilla\/5\.0$/],
  // The rest name the page that speaks of them: api.slack.com/robots, facebook.com/externalhit_uatext.php, and so on.
  ['slack', /Slackbot|Slack-ImgProxy/i],
  ['facebook', /facebookexternalhit|Facebot/i],
  ['whatsapp', /WhatsApp\//i],
  ['telegram', /TelegramBot/i],
  ['discord', /Discordbot/i],
  ['linkedin', /LinkedInBot/i],
  ['twitter', /Twitterbot/i],
  ['google-bot', /Googlebot|Google-Safety|AdsBot-Google/i],
  ['headless-browser', /HeadlessChrome|PhantomJS|Puppeteer|Playwright/i],
  [
    'http-library',
    /^(curl|wget|python|node|undici|axios|got|okhttp|java|go-http-client|libwww|php|ruby|apache-httpclient)\b/i,
  ],
  ['other-bot', /bot(?=[/;)]|$)|crawler|spider|scanner/i],
] as const satisfies readonly (readonly [string, RegExp])[];

type ScannerFamily = (typeof families)[number][0] | 'unnamed';

/** The names of all families; `unnamed` is whatever sends no `User-Agent`, which every browser does. */
export const familyNames: readonly ScannerFamily[] = [...families.map(([name]) => name), 'unnamed'];

/** The family that a `User-Agent` belongs to; undefined for what calls itself a browser, as people's browsers do. */
export const familyOf = (userAgent: string | undefined): ScannerFamily | undefined =>
  userAgent === undefined || userAgent.trim() === ''
    ? 'unnamed'
    : families.find(([, pattern]) => pattern.test(userAgent))?.[0];
