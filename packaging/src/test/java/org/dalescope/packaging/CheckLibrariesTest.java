package org.dalescope.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the shell launchers are for Linux and macOS")
class CheckLibrariesTest {
    private Checkout checkout;

    @BeforeEach
    void machine(@TempDir Path folder) throws IOException {
        checkout = new Checkout(new Sandbox(folder.toRealPath()));
    }

    @Test
    void namesTheMissingLibrariesOfWhatIsAskedForAndNoMore() throws Exception {
        assumeTrue(OS.current() == OS.LINUX, "checkout.elsewhere JavaFX needs no libraries");
        checkout.libraries("libfreetype.so.6 libfontconfig.so.1 libpango-1.0.so.0 libpangoft2-1.0.so.0");
        assertEquals(0, checkout.start("fit").exit());
        assertEquals(0, checkout.start("demo").exit());
        assertMissing(checkout.start(), "libgtk-3.so.0, libXtst.so.6", "sudo apt install libgtk-3-0 libxtst6");
        assertMissing(checkout.start("window"), "libgtk-3.so.0", "libgtk-3-0");
        checkout.sandbox.with("DISPLAY", ":0");
        assertMissing(checkout.start("demo"), "libgtk-3.so.0", "libgtk-3-0");

        checkout.libraries("libfreetype.so.6 libc.so.6");
        checkout.sandbox.script(checkout.sandbox.bin.resolve("dnf"), "exit 0");
        assertEquals(0, checkout.start("--version").exit());
        assertMissing(checkout.start("report"), "libfontconfig.so.1", "sudo dnf install fontconfig pango'");
    }

    @Test
    void refusesNobodyWhereTheListOfLibrariesIsUnknown() throws Exception {
        checkout.libraries("");
        assertEquals(0, checkout.start("window").exit());
    }

    private static void assertMissing(Outcome outcome, String library, String advice) {
        assertEquals(1, outcome.exit());
        assertEquals("", outcome.out());
        assertEquals(1, outcome.err().lines().count(), outcome.err());
        assertTrue(outcome.err().contains(library) && outcome.err().contains(advice), outcome.err());
    }
}
