package org.dalescope.app;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Finds the string literals of Java sources, without those of annotations and of exceptions for programmers. */
final class SourceTexts {
    private SourceTexts() {}

    /**
     * A literal.
     *
     * @param place its file and line
     */
    record Text(String text, String place) {}

    static List<Text> of(List<Path> roots) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path root : roots) {
            try (Stream<Path> walk = Files.walk(root)) {
                walk.filter(file -> file.toString().endsWith(".java")).sorted().forEach(files::add);
            }
        }
        List<Text> found = new ArrayList<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            Trees trees = Trees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                new Reader(unit, trees, found).scan(unit, null);
            }
        }
        return found;
    }

    private static final class Reader extends TreeScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final Trees trees;
        private final List<Text> found;

        Reader(CompilationUnitTree unit, Trees trees, List<Text> found) {
            this.unit = unit;
            this.trees = trees;
            this.found = found;
        }

        @Override
        public Void visitAnnotation(AnnotationTree node, Void nothing) {
            return null;
        }

        @Override
        public Void visitNewClass(NewClassTree node, Void nothing) {
            return node.getIdentifier().toString().endsWith("Exception") ? null : super.visitNewClass(node, null);
        }

        /** Literals that are joined by + are one text. */
        @Override
        public Void visitBinary(BinaryTree node, Void nothing) {
            if (node.getKind() != Tree.Kind.PLUS) {
                return super.visitBinary(node, null);
            }
            List<ExpressionTree> parts = new ArrayList<>();
            flatten(node, parts);
            StringBuilder text = new StringBuilder();
            for (ExpressionTree part : parts) {
                if (part instanceof LiteralTree literal && literal.getKind() == Tree.Kind.STRING_LITERAL) {
                    text.append(literal.getValue());
                } else {
                    add(text.toString(), node);
                    text.setLength(0);
                    scan(part, null);
                }
            }
            add(text.toString(), node);
            return null;
        }

        private static void flatten(ExpressionTree tree, List<ExpressionTree> parts) {
            if (tree instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
                flatten(sum.getLeftOperand(), parts);
                flatten(sum.getRightOperand(), parts);
            } else {
                parts.add(tree);
            }
        }

        @Override
        public Void visitLiteral(LiteralTree node, Void nothing) {
            if (node.getKind() == Tree.Kind.STRING_LITERAL) {
                add(String.valueOf(node.getValue()), node);
            }
            return null;
        }

        private void add(String text, Tree at) {
            long line =
                    unit.getLineMap().getLineNumber(trees.getSourcePositions().getStartPosition(unit, at));
            Path file = Path.of(unit.getSourceFile().getName()).getFileName();
            found.add(new Text(text, file + ":" + line));
        }
    }
}
