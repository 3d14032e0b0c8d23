package org.dalescope.app.ui.configure;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.Styles;
import java.lang.ref.WeakReference;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

class SettingRowTest extends ApplicationTest {
    private final ConfigurationViewModel form = new ConfigurationViewModel();

    @Override
    public void start(Stage stage) {}

    private static void collectGarbage() throws TimeoutException {
        WeakReference<Object> garbage = new WeakReference<>(new Object());
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> {
            System.gc();
            return garbage.get() == null;
        });
    }

    @Test
    void theRedMarkFollowsTheFieldHoweverOftenGarbageIsCollected() throws TimeoutException {
        SettingViewModel setting = form.setting("training.epochs");
        SettingRow row = WaitForAsyncUtils.waitForAsyncFx(30_000, () -> new SettingRow(setting));
        collectGarbage();
        interact(() -> setting.textProperty().set("many"));
        assertTrue(row.editor().getPseudoClassStates().contains(Styles.STATE_DANGER));
        collectGarbage();
        interact(() -> setting.textProperty().set("3"));
        assertFalse(row.editor().getPseudoClassStates().contains(Styles.STATE_DANGER));
        interact(() -> setting.conflictProperty().set("too many"));
        assertTrue(row.editor().getPseudoClassStates().contains(Styles.STATE_DANGER));
    }
}
