import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import npmChromium, { inflate } from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const systemPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The Chromium of the npm package, with the libraries that a bare Debian lacks from the same package. */
const launchFromNpm = async (): Promise<Browser> => {
  const executablePath = await npmChromium.executablePath();
  const packed = join(import.meta.dirname, '..', '..', 'node_modules', '@sparticuz', 'chromium', 'bin');
  const libraries = join(await inflate(join(packed, 'al2023.tar.br')), 'lib');
  const path = process.env['LD_LIBRARY_PATH'];
  return chromium.launch({
    executablePath,
    // The package's own flags are for Lambda: with one process for all, closing a page ends the browser.
    args: ['--no-sandbox', '--disable-gpu'],
    env: { ...process.env, LD_LIBRARY_PATH: path === undefined ? libraries : `${path}:${libraries}` },
  });
};

/** Starts a Chromium: the system's where there is one, else the one that npm installed. */
export const launchChromium = (): Promise<Browser> => {
  const executablePath = systemPaths.find((path) => existsSync(path));
  return executablePath === undefined ? launchFromNpm() : chromium.launch({ executablePath });
};

/** Where screenshots go, for people to look at; nothing compares them. */
export const screenshots = join(import.meta.dirname, '..', '..', '.local', 'screenshots');
mkdirSync(screenshots, { recursive: true });
