package vaiwg.board;

/**
 * Writes HTML with everything escaped: text and attribute values come from a database. Blocks are indented, lines hold text and
 * inline elements.
 */
final class Html {
    private final StringBuilder out = new StringBuilder("<!DOCTYPE html>\n");
    private int depth;

    /**
     * The start of an element.
     *
     * @param attributes names and values in turn
     */
    record Tag(String name, String... attributes) {}

    static Tag tag(String name, String... attributes) {
        return new Tag(name, attributes);
    }

    void block(Tag tag, Runnable content) {
        indent();
        start(tag);
        out.append('\n');
        depth++;
        content.run();
        depth--;
        indent();
        out.append("</").append(tag.name()).append(">\n");
    }

    void block(String name, Runnable content) {
        block(tag(name), content);
    }

    /** An element whose content stands on its own line. */
    void line(Tag tag, Runnable content) {
        indent();
        inline(tag, content);
        out.append('\n');
    }

    void line(Tag tag, String text) {
        line(tag, () -> text(text));
    }

    void line(String name, String text) {
        line(tag(name), text);
    }

    /** An element within a line. */
    void inline(Tag tag, String text) {
        inline(tag, () -> text(text));
    }

    void inline(String name, String text) {
        inline(tag(name), text);
    }

    void text(String text) {
        escape(text);
    }

    /** An element that has no end, such as {@code meta}. */
    void empty(Tag tag) {
        indent();
        start(tag);
        out.append('\n');
    }

    /** A style sheet, which HTML does not unescape: it must not hold the end of its own element. */
    void style(String css) {
        if (css.contains("</")) {
            throw new IllegalArgumentException("a style sheet may not end its element");
        }
        out.append("<style>\n").append(css).append("</style>\n");
    }

    String document() {
        return out.toString();
    }

    void inline(Tag tag, Runnable content) {
        start(tag);
        content.run();
        out.append("</").append(tag.name()).append('>');
    }

    private void start(Tag tag) {
        out.append('<').append(tag.name());
        for (int i = 0; i < tag.attributes().length; i += 2) {
            out.append(' ').append(tag.attributes()[i]).append("=\"");
            escape(tag.attributes()[i + 1]);
            out.append('"');
        }
        out.append('>');
    }

    private void indent() {
        out.append("  ".repeat(depth));
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.append(c);
            }
        }
    }
}
