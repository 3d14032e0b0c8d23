package org.dalescope.app.ui.run;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;

/** The bar with the epoch slider below the views of a run, which shows all views at an earlier epoch. */
public final class EpochBar extends HBox {
    private static final double STEP_MS = 200;
    private final EpochSelection choice;
    private final Slider slider = new Slider();
    private final Label words = new Label();
    private final BooleanProperty useful = new SimpleBooleanProperty(true);
    private final BooleanProperty any = new SimpleBooleanProperty(false);
    private boolean following;

    public EpochBar(EpochSelection choice) {
        this.choice = choice;
        setId("epoch-bar");
        getStyleClass().add("epoch-bar");
        setAlignment(Pos.CENTER_LEFT);
        slider.setId("epoch");
        slider.setMin(1);
        slider.setBlockIncrement(1);
        slider.setAccessibleText("Epoch that all views show");
        HBox.setHgrow(slider, Priority.ALWAYS);
        Label label = new Label("Epoch");
        label.setMinWidth(USE_PREF_SIZE);
        label.setLabelFor(slider);
        words.setId("epoch-words");
        words.getStyleClass().add(Styles.TEXT_MUTED);
        ToggleButton hold = new ToggleButton("Hold");
        hold.setId("hold-epoch");
        hold.setMinWidth(USE_PREF_SIZE);
        hold.setTooltip(new Tooltip("Stay at this epoch while the fit continues. Otherwise the newest epoch is shown"
                + " again when you release the slider."));
        hold.selectedProperty().bindBidirectional(choice.heldProperty());
        Button back = new Button("Back");
        back.setId("epoch-back");
        back.setMinWidth(USE_PREF_SIZE);
        back.setTooltip(new Tooltip("Return to the newest epoch of a live run, or to the best epoch of another run"));
        back.disableProperty().bind(choice.epochProperty().map(Optional::isEmpty));
        back.setOnAction(event -> choice.back());
        slider.valueProperty().subscribe(value -> moved(value.doubleValue()));
        slider.valueChangingProperty().subscribe(changing -> {
            if (!changing) {
                choice.sliderReleased();
            }
        });
        slider.setOnMouseReleased(event -> choice.sliderReleased());
        visibleProperty().bind(any.and(useful));
        // Its place is kept before the first epochs, so that the views do not move when they arrive.
        managedProperty().bind(useful);
        getChildren().addAll(play(), label, slider, words, hold, back);
        choice.shown().subscribe(this::follow);
    }

    /** Whether a view is visible that follows the slider. */
    public BooleanProperty usefulProperty() {
        return useful;
    }

    /** The button that shows the kept epochs one after the other, from the chosen epoch or from the first. */
    private ToggleButton play() {
        ToggleButton play = new ToggleButton("Play");
        play.setId("play-epochs");
        play.setMinWidth(USE_PREF_SIZE);
        play.setTooltip(new Tooltip("Play the saved epochs one after another"));
        Timeline timeline = new Timeline(new KeyFrame(Duration.millis(STEP_MS), tick -> {
            if (!choice.step()) {
                play.setSelected(false);
            }
        }));
        timeline.setCycleCount(Animation.INDEFINITE);
        play.selectedProperty().subscribe(playing -> {
            if (playing) {
                choice.heldProperty().set(true);
                timeline.play();
            } else {
                timeline.stop();
            }
        });
        visibleProperty().subscribe(seen -> play.setSelected(play.isSelected() && seen));
        return play;
    }

    private void moved(double value) {
        if (!following) {
            choice.epochProperty().set(Optional.of((int) Math.round(value)));
        }
    }

    /** Moves the slider to the epoch of the views; this does not count as a choice of the user. */
    private void follow(Optional<RunSnapshot> run) {
        following = true;
        Optional<RunSnapshot> withEpochs = run.filter(r -> r.history().size() > 1);
        any.set(withEpochs.isPresent());
        withEpochs.ifPresent(r -> {
            slider.setMax(r.history().size());
            int own = r.isLive() ? r.history().size() : r.bestEpoch();
            slider.setValue(r.chosen().orElse(own));
            words.setText(EpochSelection.words(r));
        });
        following = false;
    }
}
