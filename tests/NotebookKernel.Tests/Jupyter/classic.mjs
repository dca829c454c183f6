// The kernel in the classic Notebook (6.4), as a learner uses it: headless Chromium, driven by Playwright.
//
//     node classic.mjs CHROMIUM URL FOLDER     URL: of an open notebook, with its token; FOLDER: for the screenshots
//
// Needs playwright-core in a node_modules folder above, or in the folder that COURSE_NODE_MODULES names. Prints one
// JSON line a step: name, ok, message. The steps build on each other; after a failure the rest counts as not run.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [chromiumPath, url, folder] = process.argv.slice(2);
const modules = process.env.COURSE_NODE_MODULES;
const require = createRequire(modules ? pathToFileURL(join(modules, 'x.js')) : import.meta.url);
const { chromium } = require('playwright-core');
const Patience = 120_000;
const KernelPatience = 60_000;

const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
        '--disable-component-update', '--disable-sync'],
});
const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
page.setDefaultTimeout(Patience);
page.on('dialog', dialog => dialog.accept());

function check(condition, message) {
    if (!condition) throw new Error(message);
}

const kernelIsIdle = () => page.waitForFunction(
    () => Jupyter.notebook.kernel?.is_connected() && document.querySelector('.kernel_idle_icon'),
    null, { timeout: KernelPatience });

// Types code into a new cell at the end, as a person does; the cell's index.
async function write(code) {
    const index = await page.evaluate(() => {
        Jupyter.notebook.insert_cell_at_bottom('code');
        const last = Jupyter.notebook.ncells() - 1;
        Jupyter.notebook.select(last);
        Jupyter.notebook.scroll_to_cell?.(last);
        Jupyter.notebook.edit_mode();
        Jupyter.notebook.get_cell(last).focus_editor();
        return last;
    });
    await page.keyboard.type(code);
    return index;
}

const cell = index => page.locator('.cell').nth(index);

async function runAndWait(index) {
    await page.keyboard.press('Control+Enter');
    await page.waitForFunction(
        i => typeof Jupyter.notebook.get_cell(i).input_prompt_number === 'number', index, { timeout: KernelPatience });
    await kernelIsIdle();
    return (await cell(index).locator('.output_wrapper').innerText()).trim();
}

async function menu(name, item) {
    await page.click(`#menus >> text="${name}"`);
    await page.click(`#${item} a`);
}

const steps = {
    async 'opens a course notebook with its kernel'() {
        await page.goto(url);
        await page.waitForSelector('.cell');
        await kernelIsIdle();
        const name = await page.locator('.kernel_indicator_name').innerText();
        check(name === '.NET (C#)', `the page shows the kernel "${name}"`);
        check(await page.locator('.modal.in').count() === 0, 'a dialog is open');
        check(await page.locator('.cm-keyword').count() > 0, 'C# is not coloured');
    },

    async 'runs all cells without an error'() {
        const cells = await page.evaluate(() => {
            Jupyter.notebook.clear_all_output();
            return Jupyter.notebook.get_cells().filter(c => c.cell_type === 'code' && c.get_text().trim()).length;
        });
        check(cells > 10, `only ${cells} code cells`);
        await menu('Cell', 'run_all_cells');
        await page.waitForFunction(
            count => count <= Jupyter.notebook.get_cells()
                .filter(c => typeof c.input_prompt_number === 'number').length,
            cells);
        await kernelIsIdle();
        check(await page.locator('.output_error').count() === 0,
            (await page.locator('.output_error').allInnerTexts()).join('\n'));
    },

    async 'shows a chart'() {
        const charts = page.locator('.output_area svg');
        check(await charts.count() > 0, 'no picture in any output');
        await charts.first().scrollIntoViewIfNeeded();
        const box = await charts.first().boundingBox();
        check(box.width > 200 && box.height > 100, `the chart is ${box.width} x ${box.height}`);
    },

    async 'interrupts a cell and keeps the state'() {
        const index = await write('var before = 41; while (true) { }');
        await page.keyboard.press('Control+Enter');
        await page.waitForSelector('.kernel_busy_icon');
        await page.waitForTimeout(500);
        await page.click('button[data-jupyter-action="jupyter-notebook:interrupt-kernel"]');
        await cell(index).locator('.output_error').waitFor({ timeout: 10_000 });
        const said = await cell(index).locator('.output_error').innerText();
        check(said.includes('interrupted'), said);
        await kernelIsIdle();
        const text = await runAndWait(await write('before + 1'));
        check(text.endsWith('42'), text);
    },

    async 'answers an input'() {
        const index = await write('var who = input("Your name? "); Console.WriteLine($"Hello, {who}!");');
        await page.keyboard.press('Control+Enter');
        await page.waitForSelector('input.raw_input');
        check((await page.locator('.raw_input_prompt').innerText()).includes('Your name?'), 'no prompt');
        await page.fill('input.raw_input', 'Ada');
        await page.press('input.raw_input', 'Enter');
        await page.waitForFunction(
            i => document.querySelectorAll('.cell')[i].innerText.includes('Hello, Ada!'), index);
        await kernelIsIdle();
    },

    async 'completes a member'() {
        const index = await write('Console.WriteLi');
        await page.keyboard.press('Tab');
        await page.waitForFunction(
            i => Jupyter.notebook.get_cell(i).get_text() === 'Console.WriteLine', index, { timeout: 10_000 });
    },

    async 'offers several members'() {
        const index = await write('who.To');
        await page.keyboard.press('Tab');
        const options = page.locator('#complete option');
        await options.first().waitFor({ state: 'attached', timeout: 10_000 });
        const offered = await options.allInnerTexts();
        check(offered.includes('ToUpper') && offered.includes('ToLower'), `offered: ${offered}`);
        check(await cell(index).locator('.cm-variable').count() > 0, 'what is typed is not coloured');
        await page.keyboard.press('Escape');
    },

    async 'shows the documentation of a method'() {
        await write('Math.Sqrt(');
        await page.keyboard.press('Shift+Tab');
        const tip = page.locator('#tooltip');
        await tip.waitFor({ state: 'visible', timeout: 10_000 });
        const text = await tip.innerText();
        check(text.includes('Sqrt') && text.includes('square root'), text);
        await page.keyboard.press('Escape');
    },

    async 'restarts with nothing left'() {
        await page.click('button[data-jupyter-action="jupyter-notebook:confirm-restart-kernel"]');
        await page.click('.modal-dialog button:has-text("Restart")');
        await page.waitForSelector('.modal-backdrop', { state: 'detached' });
        await page.waitForTimeout(500);
        await kernelIsIdle();
        const text = await runAndWait(await write('before'));
        check(text.includes('CS0103'), text);
    },
};

let failed = false;
for (const [number, [name, step]] of Object.entries(steps).entries()) {
    let message = failed ? 'not run: a step before it failed' : '';
    if (!failed) {
        try {
            await step();
        } catch (error) {
            failed = true;
            message = `${error.stack}`;
        }
        await page.screenshot({ path: join(folder, `step-${number + 1}.png`) });
    }
    console.log(JSON.stringify({ name, ok: message === '', message }));
}
await browser.close();
