package org.dalescope.model.session.format.nwb;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Link;
import io.jhdf.api.Node;
import io.jhdf.links.ExternalLink;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dalescope.model.session.format.recording.ReadingNotes;
import org.jspecify.annotations.Nullable;

/**
 * Finds the objects of an NWB file by their HDF5 path. Soft links are followed inside the file, up to a limit; external
 * links are never followed. A group that cannot be read counts as empty, and a note says so.
 */
final class Hdf5Tree {
    private static final int MOST_HOPS = 16;

    private final HdfFile file;
    private final ReadingNotes notes;

    Hdf5Tree(HdfFile file, ReadingNotes notes) {
        this.file = file;
        this.notes = notes;
    }

    Optional<Group> group(String path) {
        return find(path, 0).filter(Group.class::isInstance).map(Group.class::cast);
    }

    Optional<Dataset> dataset(String path) {
        return find(path, 0).filter(Dataset.class::isInstance).map(Dataset.class::cast);
    }

    /** A dataset of a group. */
    Optional<Dataset> dataset(Group group, String name) {
        return resolve(group, raw(group).get(name), 0)
                .filter(Dataset.class::isInstance)
                .map(Dataset.class::cast);
    }

    /** The object that an object reference points to. */
    Optional<Node> at(long address) {
        try {
            return Optional.of(file.getNodeByAddress(address));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /** The children of a group by name in alphabetical order, with links replaced by their targets. */
    Map<String, Node> children(Group group) {
        Map<String, Node> children = new TreeMap<>();
        raw(group).forEach((name, child) -> resolve(group, child, 0).ifPresent(node -> children.put(name, node)));
        return children;
    }

    /** The text of an attribute. */
    static Optional<String> text(Node node, String name) {
        return attribute(node, name).filter(String.class::isInstance).map(String.class::cast);
    }

    /** The number of an attribute. */
    static Optional<Double> number(Node node, String name) {
        return attribute(node, name)
                .map(value -> value instanceof double[] one && one.length == 1 ? (Object) one[0] : value)
                .map(value -> value instanceof float[] one && one.length == 1 ? (Object) one[0] : value)
                .filter(Number.class::isInstance)
                .map(value -> ((Number) value).doubleValue());
    }

    /** The value of an attribute, if it can be read. */
    static Optional<Object> attribute(Node node, String name) {
        try {
            return Optional.ofNullable(node.getAttribute(name)).map(a -> a.getData());
        } catch (RuntimeException e) {
            // An attribute of a type that jhdf cannot read counts as missing.
            return Optional.empty();
        }
    }

    /** Notes that a dataset cannot be read. */
    void lost(String path) {
        notes.warning(
                "unreadable-dataset",
                path
                        + " cannot be read and is left out: it is damaged, or compressed with a filter that Dalescope"
                        + " does not support (repack the file with h5repack -f GZIP=4).");
    }

    private Optional<Node> find(String path, int hops) {
        Node at = file;
        for (String name : path.split("/", -1)) {
            if (name.isEmpty() || name.equals(".")) {
                continue;
            }
            Optional<Node> next =
                    at instanceof Group group ? resolve(group, raw(group).get(name), hops) : Optional.empty();
            if (next.isEmpty()) {
                return next;
            }
            at = next.get();
        }
        return Optional.of(at);
    }

    private Optional<Node> resolve(Group parent, @Nullable Node child, int hops) {
        return switch (child) {
            case null -> Optional.empty();
            case ExternalLink link -> {
                notes.warning(
                        "external-link",
                        "'" + link.getName() + "' in " + parent.getPath()
                                + " is in another file and is not read: copy it into this file to use it.");
                yield Optional.empty();
            }
            case Link link -> {
                if (hops >= MOST_HOPS) {
                    notes.warning(
                            "link-cycle",
                            "The link '" + link.getName() + "' in " + parent.getPath()
                                    + " is part of a cycle of links and is left out: correct the links in the file.");
                    yield Optional.empty();
                }
                String target = link.getTargetPath();
                yield find(target.startsWith("/") ? target : parent.getPath() + "/" + target, hops + 1);
            }
            default -> Optional.of(child);
        };
    }

    private Map<String, Node> raw(Group group) {
        try {
            return group.getChildren();
        } catch (RuntimeException e) {
            notes.warning(
                    "unreadable-group",
                    "The group " + group.getPath()
                            + " cannot be read and is left out: it is damaged, or contains a kind of dataset that"
                            + " Dalescope does not read (a virtual dataset or region references).");
            return Map.of();
        }
    }
}
