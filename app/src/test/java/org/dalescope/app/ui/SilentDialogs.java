package org.dalescope.app.ui;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;
import org.dalescope.app.ui.command.FileDialogs;

/** Nobody is there to be asked while pictures are taken. */
final class SilentDialogs implements FileDialogs {
    @Override
    public Optional<Path> session(Window owner) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> mapping(Window owner) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> saveMapping(Window owner) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> plan(Window owner) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> settings(Window owner, Path start) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> saveSettings(Window owner, Path start) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> saveTable(Window owner, String name) {
        return Optional.empty();
    }

    @Override
    public void show(Path page) {
        throw new IllegalStateException("pictures open no page: " + page);
    }

    @Override
    public Optional<Path> folder(Window owner, Path start) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> libtorch(Window owner) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> openSplit(Window owner) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> saveSplit(Window owner) {
        return Optional.empty();
    }
}
