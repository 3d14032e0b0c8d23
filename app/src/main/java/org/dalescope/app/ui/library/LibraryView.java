package org.dalescope.app.ui.library;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.dalescope.model.library.RunOrder;

/**
 * The library view on the left: the list of sessions, runs and suites with its search. A click or Enter opens an item;
 * the context menu has the other actions.
 */
public final class LibraryView extends BorderPane {
    private final LibraryService desk;
    private final LibraryActions actions;
    private final ListView<LibraryItem> list;
    private final NotesPane notes;
    private List<Path> selected = List.of();
    private boolean arranging;

    public LibraryView(LibraryService desk, LibraryActions actions) {
        this.desk = desk;
        this.actions = actions;
        this.list = new ListView<>(desk.model().items());
        this.notes = new NotesPane(desk);
        list.setId("library");
        list.setAccessibleText("Library of sessions and runs");
        list.getStyleClass().addAll("library", Styles.DENSE);
        RunTitles titles = new RunTitles();
        list.setCellFactory(of -> new LibraryCell(titles));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setOnMouseClicked(this::clicked);
        list.setOnKeyPressed(this::pressed);
        list.setContextMenu(new LibraryMenu(desk, actions, this::selection));
        list.getSelectionModel().getSelectedItems().addListener((ListChangeListener<LibraryItem>)
                change -> selectionChanged());
        desk.model().items().addListener((ListChangeListener<LibraryItem>) change -> restoreSelection());
        desk.model().choice().shownProperty().subscribe(this::scrollToShown);
        getStyleClass().add("library-pane");
        setTop(head());
        setCenter(list);
        setBottom(new VBox(new DeletionPane(desk), notes));
    }

    private VBox head() {
        TextField search = new TextField();
        search.setId("library-search");
        search.setPromptText("Find runs");
        search.setAccessibleText("Find runs by name, session, preset, tag, note or setting");
        search.setTooltip(new Tooltip(
                "Any words of a name, session, preset, state, tag or note\nOne of them: tag:good  session:newton "
                        + " state:stopped  preset:circuit  note:odd\nA setting: tau.learned=unit\nA number: score>0.5 "
                        + " epochs<100  epoch>=20  l2<=0.01"));
        search.textProperty().bindBidirectional(desk.model().searchProperty());
        ComboBox<RunOrder> order = new ComboBox<>();
        order.setId("library-order");
        order.setAccessibleText("Order of the runs");
        order.getItems().setAll(RunOrder.values());
        order.valueProperty().bindBidirectional(desk.model().orderProperty());
        order.setMaxWidth(Double.MAX_VALUE);
        order.getStyleClass().add(Styles.SMALL);
        VBox head = new VBox(search, order);
        head.getStyleClass().add("library-head");
        return head;
    }

    /** Scrolls to the row of the run that all views show. */
    private void scrollToShown(Optional<Path> shown) {
        desk.model().items().stream()
                .filter(item -> shown.isPresent() && item.path().equals(shown))
                .findFirst()
                .ifPresent(list::scrollTo);
    }

    private List<LibraryItem> selection() {
        return list.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .toList();
    }

    private void clicked(MouseEvent event) {
        boolean plain = event.getButton() == MouseButton.PRIMARY && !event.isShortcutDown() && !event.isShiftDown();
        if (plain) {
            openSelected();
        }
    }

    private void pressed(KeyEvent event) {
        List<LibraryItem> items = selection();
        switch (event.getCode()) {
            case ENTER -> openSelected();
            case DELETE ->
                desk.askToDelete(items.stream()
                        .filter(LibraryItem::isDeletable)
                        .flatMap(item -> item.path().stream())
                        .toList());
            case C -> {
                if (!event.isShortcutDown()) {
                    compare(items);
                }
            }
            default -> {}
        }
    }

    private void compare(List<LibraryItem> items) {
        desk.model()
                .choice()
                .add(items.stream()
                        .filter(LibraryItem.RunItem.class::isInstance)
                        .flatMap(item -> item.path().stream())
                        .toList());
    }

    private void openSelected() {
        List<LibraryItem> items = selection();
        if (items.size() == 1) {
            items.getFirst().path().ifPresentOrElse(actions::open, list.getSelectionModel()::clearSelection);
        }
    }

    private void selectionChanged() {
        if (arranging) {
            return;
        }
        List<LibraryItem> items = selection();
        selected = items.stream().flatMap(item -> item.path().stream()).toList();
        notes.show(
                items.size() == 1 && items.getFirst() instanceof LibraryItem.RunItem run
                        ? Optional.of(run.entry())
                        : Optional.empty());
    }

    /** Restores the selection after the list was sorted or filtered, for items that are still listed. */
    private void restoreSelection() {
        List<LibraryItem> items = desk.model().items();
        int[] at = IntStream.range(0, items.size())
                .filter(i -> items.get(i).path().filter(selected::contains).isPresent())
                .toArray();
        List<Integer> is = list.getSelectionModel().getSelectedIndices();
        if (!is.equals(IntStream.of(at).boxed().toList())) {
            arranging = true;
            list.getSelectionModel().clearSelection();
            for (int index : at) {
                list.getSelectionModel().select(index);
            }
            arranging = false;
        }
        selectionChanged();
    }
}
