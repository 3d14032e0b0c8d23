package org.dalescope.app.text;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * What Java sources say, read as syntax trees.
 *
 * @param uses calls of Words.of
 * @param said string literals that are, or are part of, an argument of what people see
 * @param literals all string literals but those of annotations and of exceptions for programmers
 */
record SourceWords(List<Use> uses, List<Said> said, List<Said> literals) {
    /** Constructors whose strings people read. */
    private static final Set<String> SEEN = Set.of(
            "Label",
            "Button",
            "ToggleButton",
            "CheckBox",
            "RadioButton",
            "Tab",
            "Tooltip",
            "Menu",
            "MenuButton",
            "MenuItem",
            "CheckMenuItem",
            "TitledPane",
            "Hyperlink",
            "EmptyView",
            "Notice",
            "Refusal");

    /** Methods whose strings people read. */
    private static final Set<String> SAYING =
            Set.of("setText", "setPromptText", "setAccessibleText", "setAccessibleHelp", "setTitle", "information");

    /** Methods that hand on what they are given. */
    private static final Set<String> HANDING_ON = Set.of("format", "formatted", "orElse", "map", "join");

    /** A call of Words.of. */
    record Use(String key, int arguments, String place) {}

    /** A literal. */
    record Said(String text, String place) {}

    static SourceWords of(List<Path> roots) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path root : roots) {
            try (Stream<Path> walk = Files.walk(root)) {
                walk.filter(file -> file.toString().endsWith(".java")).sorted().forEach(files::add);
            }
        }
        SourceWords found = new SourceWords(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                found.new Reader(unit, positions).scan(unit, false);
            }
        }
        return found;
    }

    /** Its parameter: whether people see what is scanned. */
    private final class Reader extends TreeScanner<Void, Boolean> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;

        Reader(CompilationUnitTree unit, SourcePositions positions) {
            this.unit = unit;
            this.positions = positions;
        }

        @Override
        public Void visitAnnotation(AnnotationTree node, Boolean seen) {
            return null;
        }

        @Override
        public Void visitNewClass(NewClassTree node, Boolean seen) {
            String name = node.getIdentifier().toString();
            if (name.endsWith("Exception")) {
                return null;
            }
            scan(node.getArguments(), SEEN.contains(name));
            return scan(node.getClassBody(), false);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree node, Boolean seen) {
            String name = node.getMethodSelect() instanceof MemberSelectTree select
                    ? select.getIdentifier().toString()
                    : node.getMethodSelect().toString();
            String whole = node.getMethodSelect().toString();
            if (whole.equals("Words.of") || whole.endsWith(".words.Words.of")) {
                String key = node.getArguments().getFirst() instanceof LiteralTree literal
                        ? String.valueOf(literal.getValue())
                        : "not a literal";
                uses.add(new Use(key, node.getArguments().size() - 1, place(node)));
                return scan(node.getArguments().subList(1, node.getArguments().size()), seen);
            }
            boolean shown = SAYING.contains(name) || (seen && HANDING_ON.contains(name));
            scan(node.getMethodSelect(), seen && HANDING_ON.contains(name));
            return scan(node.getArguments(), shown);
        }

        @Override
        public Void visitLiteral(LiteralTree node, Boolean seen) {
            if (node.getKind() == Tree.Kind.STRING_LITERAL) {
                Said literal = new Said(String.valueOf(node.getValue()), place(node));
                literals.add(literal);
                if (seen) {
                    said.add(literal);
                }
            }
            return null;
        }

        private String place(Tree node) {
            String file = String.valueOf(Path.of(unit.getSourceFile().getName()).getFileName());
            return file + ":" + unit.getLineMap().getLineNumber(positions.getStartPosition(unit, node));
        }
    }
}
