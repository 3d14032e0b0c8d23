package org.dalescope.app.ui.library;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.dalescope.model.run.export.ExportFormat;

/** The context menu for the selected items of the library's list. */
final class LibraryMenu extends ContextMenu {
    private final LibraryService desk;
    private final LibraryActions actions;

    LibraryMenu(LibraryService desk, LibraryActions actions, Supplier<List<LibraryItem>> selected) {
        this.desk = desk;
        this.actions = actions;
        // A menu without items is never shown, so it must not be empty before it is filled.
        getItems().setAll(new MenuItem(""));
        setOnShowing(event -> getItems().setAll(items(selected.get())));
    }

    private List<MenuItem> items(List<LibraryItem> selected) {
        List<LibraryItem.RunItem> runs = selected.stream()
                .filter(LibraryItem.RunItem.class::isInstance)
                .map(LibraryItem.RunItem.class::cast)
                .toList();
        List<MenuItem> items = new ArrayList<>();
        Optional<Path> one = selected.size() == 1 ? selected.getFirst().path() : Optional.empty();
        one.ifPresent(path -> {
            items.add(item("Open", "menu-open", () -> actions.open(path)));
            items.add(item("Reveal folder", "menu-reveal", () -> actions.reveal(folder(path))));
            items.add(item("Copy path", "menu-copy", () -> actions.copy(path.toString())));
            items.add(new SeparatorMenuItem());
        });
        if (!runs.isEmpty()) {
            forRuns(runs, items);
        }
        if (one.isPresent() && selected.getFirst() instanceof LibraryItem.SuiteItem suite) {
            forSuite(suite, items);
        }
        List<Path> deletable = selected.stream()
                .filter(LibraryItem::isDeletable)
                .flatMap(item -> item.path().stream())
                .toList();
        if (!deletable.isEmpty()) {
            items.add(new SeparatorMenuItem());
            items.add(item("Delete...", "menu-delete", () -> desk.askToDelete(deletable)));
        }
        if (items.isEmpty()) {
            MenuItem none = new MenuItem("Select a session, run or suite first");
            none.setDisable(true);
            items.add(none);
        }
        return items;
    }

    private void forRuns(List<LibraryItem.RunItem> runs, List<MenuItem> items) {
        RunChoice choice = desk.model().choice();
        List<Path> folders = runs.stream().map(LibraryItem.RunItem::folder).toList();
        if (runs.stream().allMatch(LibraryItem.RunItem::compared)) {
            items.add(item("Remove from the comparison", "menu-uncompare", () -> choice.compared()
                    .removeAll(folders)));
        } else {
            items.add(item("Add to comparison", "menu-compare", () -> choice.add(folders)));
        }
        items.add(item("Show the comparison", "menu-show-comparison", () -> {
            choice.add(folders);
            actions.showComparison();
        }));
        if (runs.size() == 1) {
            forRun(runs.getFirst(), items);
        }
    }

    private void forRun(LibraryItem.RunItem run, List<MenuItem> items) {
        var ghost = desk.model().choice().ghostProperty();
        items.add(
                run.ghost()
                        ? item("Hide the ghost behind the fit", "menu-no-ghost", () -> ghost.set(Optional.empty()))
                        : item(
                                "Show as ghost behind the fit",
                                "menu-ghost",
                                () -> ghost.set(Optional.of(run.folder()))));
        var notes = run.entry().notes();
        items.add(item(
                notes.pinned() ? "Unpin" : "Pin to the top",
                "menu-pin",
                () -> desk.write(run.entry(), notes.withPinned(!notes.pinned()))));
        items.add(new SeparatorMenuItem());
        Menu export = new Menu("Export...");
        for (ExportFormat format : ExportFormat.values()) {
            export.getItems()
                    .add(item(
                            "as %s".formatted(format.name().toLowerCase(Locale.ROOT)),
                            "menu-export-" + format.name().toLowerCase(Locale.ROOT),
                            () -> actions.export(run.folder(), format)));
        }
        items.add(export);
        items.add(item("Report", "menu-report", () -> actions.report(run.folder())));
    }

    private void forSuite(LibraryItem.SuiteItem suite, List<MenuItem> items) {
        items.add(item(suite.unfolded() ? "Hide its fits" : "List its fits", "menu-unfold", () -> desk.model()
                .unfold(suite.folder())));
        items.add(item("Compare all its fits", "menu-compare-suite", () -> {
            desk.model()
                    .choice()
                    .add(desk.model().fitsOf(suite.folder()).stream()
                            .map(fit -> fit.run().folder())
                            .toList());
            actions.showComparison();
        }));
        items.add(item("Report", "menu-report", () -> actions.report(suite.folder())));
    }

    private static Path folder(Path path) {
        return path.toFile().isDirectory() ? path : path.toAbsolutePath().resolveSibling("");
    }

    private static MenuItem item(String words, String id, Runnable act) {
        MenuItem item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setId(id);
        item.setOnAction(event -> act.run());
        return item;
    }
}
