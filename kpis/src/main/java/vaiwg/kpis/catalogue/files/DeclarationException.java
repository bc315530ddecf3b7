package vaiwg.kpis.catalogue.files;

import org.snakeyaml.engine.v2.nodes.Node;

/** A file of measures says what cannot be counted, or nothing that is understood: its message names the file, the line, and what is meant. */
public final class DeclarationException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    DeclarationException(String file, Node where, String what) {
        this(file + place(where) + ": " + what, null);
    }

    DeclarationException(String message, Throwable cause) {
        super(message, cause);
    }

    private static String place(Node node) {
        return node.getStartMark().map(mark -> ", line " + (mark.getLine() + 1)).orElse("");
    }
}
