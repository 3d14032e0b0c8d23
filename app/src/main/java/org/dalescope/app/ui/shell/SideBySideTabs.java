package org.dalescope.app.ui.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TabPane.TabClosingPolicy;
import javafx.scene.control.TabPane.TabDragPolicy;
import org.dalescope.app.ui.control.WrappingPanes;

/**
 * The tabs of the main window in one or two halves, so that two tabs are visible at once; each tab keeps its position
 * in the row.
 */
final class SideBySideTabs extends SplitPane {
    private final List<Tab> tabs;
    private final Consumer<Scene> dress;
    private final Map<Tab, TabWindow> windows = new LinkedHashMap<>();
    private final TabPane first = half("views");
    private final TabPane second = half("views-second");

    /**
     * Tabs that are all in the first half.
     *
     * @param dress applies shortcuts, font size and style sheet to the scene of a separate window
     */
    SideBySideTabs(List<Tab> tabs, Consumer<Scene> dress) {
        this.tabs = tabs;
        this.dress = dress;
        first.getTabs().setAll(tabs);
        getItems().setAll(first);
        setId("split-views");
        WrappingPanes.stack(this);
        for (Tab tab : tabs) {
            MenuItem move = new MenuItem("Show in the other half");
            move.setOnAction(event -> moveToOtherHalf(tab));
            MenuItem undock = new MenuItem("Show in a separate window");
            undock.setOnAction(event -> undock(tab));
            tab.setContextMenu(new ContextMenu(move, undock));
        }
    }

    private static TabPane half(String id) {
        TabPane half = new TabPane();
        half.setId(id);
        half.setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
        half.setTabDragPolicy(TabDragPolicy.REORDER);
        half.setMinSize(0, 0);
        return half;
    }

    /** Selects a tab in its half, or brings its separate window to the front. */
    void select(Tab tab) {
        TabWindow window = windows.get(tab);
        if (window != null) {
            window.toFront();
        } else {
            tab.getTabPane().getSelectionModel().select(tab);
        }
    }

    /**
     * Moves a tab into a separate window, for a second screen; closing the window returns the tab. The last tab stays.
     */
    void undock(Tab tab) {
        TabPane from = tab.getTabPane();
        if (from.equals(first) && first.getTabs().size() == 1) {
            return;
        }
        from.getTabs().remove(tab);
        showHalves();
        TabWindow window = new TabWindow(tab, this, dress, () -> {
            windows.remove(tab);
            add(first, tab);
        });
        windows.put(tab, window);
        window.show();
    }

    /** Closes the separate windows, which returns their tabs. */
    void dock() {
        List.copyOf(windows.values()).forEach(TabWindow::close);
    }

    /** The tab that was chosen last. */
    Tab selected() {
        boolean inSecond = second.isFocusWithin() && !second.getTabs().isEmpty();
        return (inSecond ? second : first).getSelectionModel().getSelectedItem();
    }

    /** The visible tabs, one or two. */
    List<Tab> visible() {
        Stream<Tab> chosen = Stream.of(first, second)
                .flatMap(half -> Optional.ofNullable(half.getSelectionModel().getSelectedItem()).stream());
        return Stream.concat(chosen, windows.keySet().stream()).toList();
    }

    /** Calls back now, and whenever another tab is selected in a half. */
    void onChosen(Runnable done) {
        for (TabPane half : List.of(first, second)) {
            half.getSelectionModel().selectedItemProperty().subscribe(tab -> done.run());
        }
    }

    /** Moves a tab to the second half, which is opened if necessary, or back; the last tab of a half stays. */
    void moveToOtherHalf(Tab tab) {
        TabPane from = tab.getTabPane();
        TabPane to = from.equals(first) ? second : first;
        if (from.equals(first) && first.getTabs().size() == 1) {
            return;
        }
        from.getTabs().remove(tab);
        add(to, tab);
        showHalves();
    }

    private void add(TabPane half, Tab tab) {
        long before = half.getTabs().stream()
                .filter(other -> tabs.indexOf(other) < tabs.indexOf(tab))
                .count();
        half.getTabs().add((int) before, tab);
        half.getSelectionModel().select(tab);
    }

    private void showHalves() {
        boolean both = !second.getTabs().isEmpty();
        if (both && getItems().size() == 1) {
            getItems().add(second);
            setDividerPositions(0.5);
        } else if (!both) {
            getItems().remove(second);
        }
    }

    /** The ids of the tabs in the second half. */
    List<String> inSecond() {
        return second.getTabs().stream().map(Tab::getId).toList();
    }

    /** The ids of the visible tabs. */
    List<String> selectedIds() {
        return visible().stream().map(Tab::getId).toList();
    }

    /** Moves tabs to the second half and selects tabs, by their ids; unknown ids are ignored. */
    void arrange(List<String> inSecond, List<String> selected) {
        dock();
        for (Tab tab : tabs) {
            if (inSecond.contains(tab.getId()) != tab.getTabPane().equals(second)) {
                moveToOtherHalf(tab);
            }
        }
        tabs.stream().filter(tab -> selected.contains(tab.getId())).forEach(this::select);
    }
}
