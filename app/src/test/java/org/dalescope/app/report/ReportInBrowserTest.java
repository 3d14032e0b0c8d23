package org.dalescope.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dalescope.app.cli.CommandLineProgram;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report as a reader's browser shows it: headless Chromium, where there is one. */
@Tag("browser")
class ReportInBrowserTest {
    /** Appended to a copy of the page: writes what the browser made of it into an element that is read back. */
    private static final String PROBE = """
            <script>
            const failures = [];
            addEventListener('error', e => failures.push(String(e.message || e.target)), true);
            addEventListener('load', () => {
              const figures = [...document.querySelectorAll('figure svg, img')].map(f => {
                const box = f.getBoundingClientRect();
                const texts = [...f.querySelectorAll('text')].filter(t => t.getBoundingClientRect().width > 0).length;
                return Math.round(box.width) + 'x' + Math.round(box.height) + ':' + texts;
              });
              const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
              const asked = performance.getEntriesByType('resource').map(r => r.name).filter(n => !n.startsWith('data:'));
              const said = {figures: figures, asked: asked, failures: failures, twice: ids.length - new Set(ids).size,
                wide: document.documentElement.scrollWidth - document.documentElement.clientWidth};
              const out = document.createElement('pre');
              out.textContent = 'PROBE ' + JSON.stringify(said) + ' END';
              document.body.append(out);
            });
            </script>
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void everyFigureShowsAndNothingIsAskedOfTheNetwork() throws IOException, InterruptedException {
        Path chromium = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(Path.of(""));
        assumeTrue(!chromium.toString().isEmpty(), "no chromium on this machine: apt-get install chromium");
        Path run = folder.resolve("run");
        String session = folder.resolve("demo.dalescope").toString();
        dalescope("synth", "--demo", "--out", session);
        dalescope("fit", session, "--epochs", "2", "--threads", "1", "--out", run.toString());
        dalescope("report", run.toString(), "--threads", "1");
        String page = Files.readString(run.resolve("report.html"));
        assertEquals(List.of(), addresses(page), "nothing in the page points outside");
        Path probed = folder.resolve("probed.html");
        Files.writeString(probed, page.replace("</body>", PROBE + "</body>"));
        Path log = folder.resolve("browser.log");
        String shown = browser(chromium, probed, log);
        String said = group(shown, "PROBE (\\{.*?\\}) END").replace("&quot;", "\"");
        List<String> figures = all(said, "\"(\\d+x\\d+:\\d+)\"");
        assertEquals(page.split("<figure>", -1).length - 1, figures.size(), said);
        assertTrue(figures.size() >= 7, said);
        figures.forEach(figure -> assertTrue(figure.matches("[1-9]\\d{2,}x[1-9]\\d{2,}:[1-9]\\d*"), figure));
        assertTrue(said.contains("\"asked\":[]"), said);
        assertTrue(said.contains("\"failures\":[]"), said);
        assertTrue(said.contains("\"twice\":0"), "ids are unique: " + said);
        assertTrue(said.contains("\"wide\":0"), "the page does not scroll sideways: " + said);
        assertFalse(Files.readString(log).contains("CONSOLE"), "the console is empty");
    }

    /** Addresses that a browser would fetch, the names of XML dialects aside. */
    private static List<String> addresses(String page) {
        return all(page, "(?:src|href)=\"((?!#|data:)[^\"]*)\"");
    }

    private String browser(Path chromium, Path page, Path log) throws IOException, InterruptedException {
        Path dom = folder.resolve("dom.html");
        Process process = new ProcessBuilder(
                        chromium.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--enable-logging=stderr",
                        "--proxy-server=127.0.0.1:9",
                        "--window-size=1280,1000",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--virtual-time-budget=5000",
                        "--dump-dom",
                        page.toUri().toString())
                .redirectOutput(dom.toFile())
                .redirectError(log.toFile())
                .start();
        assertTrue(process.waitFor(120, TimeUnit.SECONDS), "the browser ends");
        return Files.readString(dom, StandardCharsets.UTF_8);
    }

    private static void dalescope(String... words) {
        StringWriter err = new StringWriter();
        int code = CommandLineProgram.run(words, new PrintWriter(new StringWriter()), new PrintWriter(err, true));
        assertEquals(0, code, err.toString());
    }

    private static String group(String text, String pattern) {
        List<String> found = all(text, pattern);
        assertFalse(found.isEmpty(), "the probe ran");
        return found.getFirst();
    }

    private static List<String> all(String text, String pattern) {
        List<String> found = new ArrayList<>();
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
