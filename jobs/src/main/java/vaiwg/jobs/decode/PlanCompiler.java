package vaiwg.jobs.decode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.JsonProperties;
import org.apache.avro.Resolver;
import org.apache.avro.Schema;

/** Compiles how Avro resolves a writer's schema to ours, and which columns are read, to a {@link Plan}. */
final class PlanCompiler {
    private final Row row;
    private final List<int[]> symbols = new ArrayList<>();
    private int[] steps = new int[1 << 8];
    private int count;

    private PlanCompiler(Row row) {
        this.row = row;
    }

    /**
     * The plan by which what a schema wrote is read.
     *
     * @throws IllegalArgumentException where a field that is read is not in the schema, and its default is of a kind that we do not have
     */
    static Plan compile(Schema writer, Row row) {
        PlanCompiler compiler = new PlanCompiler(row);
        compiler.emit(Resolver.resolve(Schema.applyAliases(writer, row.schema), row.schema), "");
        compiler.add(Plan.END);
        return new Plan(row, Arrays.copyOf(compiler.steps, compiler.count), compiler.symbols.toArray(int[][]::new));
    }

    /** @param path of the field in our schema; null where we do not have it */
    private void emit(Resolver.Action action, String path) {
        switch (action.type) {
            case DO_NOTHING, PROMOTE -> simple(action.writer, path);
            case ENUM -> {
                add(Plan.SYMBOL, slot(path), symbols.size());
                symbols.add(((Resolver.EnumAdjust) action).adjustments);
            }
            case RECORD -> record((Resolver.RecordAdjust) action, path);
            case CONTAINER -> list((Resolver.Container) action, path);
            case WRITER_UNION -> union((Resolver.WriterUnion) action, path);
            case READER_UNION -> emit(((Resolver.ReaderUnion) action).actualAction, path);
            // A field that we do not have is read as its writer would read it, and goes to the slot of those that are
            // not read.
            case SKIP -> emit(Resolver.resolve(action.writer, action.writer), null);
            case ERROR -> add(Plan.NOTHING_OF_OURS);
        }
    }

    private void simple(Schema writer, String path) {
        switch (writer.getType()) {
            case NULL -> {
                // It takes no bytes, and the columns of a row are absent at first.
            }
            case LONG -> add(Plan.LONG, slot(path));
            case INT -> add(Plan.INT, slot(path));
            case BOOLEAN -> add(Plan.FLAG, slot(path));
            case STRING, BYTES -> add(Plan.TEXT, slot(path));
            case FLOAT -> add(Plan.SKIP, Float.BYTES);
            case DOUBLE -> add(Plan.SKIP, Double.BYTES);
            case FIXED -> add(Plan.SKIP, writer.getFixedSize());
            default -> throw new IllegalArgumentException("Avro has no simple type " + writer.getType() + ".");
        }
    }

    private void record(Resolver.RecordAdjust record, String path) {
        int ours = 0;
        for (Resolver.Action field : record.fieldActions) {
            boolean isOurs = field.type != Resolver.Action.Type.SKIP;
            emit(field, isOurs ? child(path, record.readerOrder[ours++]) : null);
        }
        for (int i = record.firstDefault; i < record.readerOrder.length; i++) {
            Schema.Field missing = record.readerOrder[i];
            int slot = slot(child(path, missing));
            if (slot != 0 && missing.defaultVal() != JsonProperties.NULL_VALUE) {
                add(Plan.CONSTANT, slot, constant(missing));
            }
        }
    }

    private static int constant(Schema.Field field) {
        return switch (field.schema().getType()) {
            case BOOLEAN -> Boolean.TRUE.equals(field.defaultVal()) ? 1 : 0;
            case ENUM -> field.schema().getEnumOrdinal((String) field.defaultVal());
            case ARRAY -> 0;
            default ->
                throw new IllegalArgumentException("The default of " + field.name() + " is not one that is read.");
        };
    }

    /** A map is a list of texts with something after each. */
    private void list(Resolver.Container list, String path) {
        int slot = slot(path);
        add(Plan.LIST, slot, slot == 0 ? 0 : row.elementWidth(), 0);
        int end = count - 1;
        if (list.writer.getType() == Schema.Type.MAP) {
            add(Plan.TEXT, 0);
        }
        emit(list.elementAction, slot == 0 ? null : path + Columns.ITEM);
        add(Plan.END);
        steps[end] = count;
    }

    private void union(Resolver.WriterUnion union, String path) {
        Resolver.Action[] branches = union.actions;
        if (branches.length == 2 && isNull(branches[0]) != isNull(branches[1])) {
            optional(isNull(branches[0]) ? 0 : 1, branches, path);
            return;
        }
        add(Plan.UNION, branches.length);
        int begins = count;
        add(new int[branches.length]);
        int[] ends = new int[branches.length];
        for (int i = 0; i < branches.length; i++) {
            steps[begins + i] = count;
            emit(branches[i], path);
            add(Plan.JUMP, 0);
            ends[i] = count - 1;
        }
        for (int end : ends) {
            steps[end] = count;
        }
    }

    /** The same in fewer steps: nearly all of our unions are of null and one other. */
    private void optional(int nothing, Resolver.Action[] branches, String path) {
        add(Plan.OPTIONAL, nothing * Plan.BOTH, 0);
        int end = count - 1;
        emit(branches[1 - nothing], path);
        steps[end] = count;
    }

    private static boolean isNull(Resolver.Action branch) {
        return branch.writer.getType() == Schema.Type.NULL && branch.type != Resolver.Action.Type.ERROR;
    }

    private static String child(String path, Schema.Field field) {
        return path == null ? null : path.isEmpty() ? field.name() : path + '.' + field.name();
    }

    /** The first slot is of fields that are not read. */
    private int slot(String path) {
        int column = path == null ? 0 : row.columnAt(path);
        return column < 0 ? ~column : column;
    }

    private void add(int... next) {
        if (count + next.length > steps.length) {
            steps = Arrays.copyOf(steps, 2 * (count + next.length));
        }
        System.arraycopy(next, 0, steps, count, next.length);
        count += next.length;
    }
}
