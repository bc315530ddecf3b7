package vaiwg.engine.contributions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import vaiwg.kpis.fields.FieldReader;
import vaiwg.kpis.fields.FieldRecord;
import vaiwg.kpis.fields.FieldWriter;
import vaiwg.kpis.fields.Fields;
import vaiwg.kpis.time.LondonDays;

/**
 * Delta entries that count from one cut-off on, as bytes: so they travel, and so they wait, for what runs ahead in a replay must not
 * cost an object each. They become objects when they count.
 */
public final class PackedEntries implements FieldRecord {
    /** The day that the cut-off begins. */
    public int cutOff;
    /** Not changed any more. */
    public byte[] bytes = {};

    /** Reads packed delta entries; not safe for several threads. */
    public static final class Reader {
        private final FieldReader fields = new FieldReader();
        private final DeltaEntry[] ofWords = new DeltaEntry[Byte.MAX_VALUE + 1];

        /** Hands over those of some bytes, all of as many words as one object: who keeps one copies it. */
        public void read(byte[] bytes, int from, int length, Consumer<DeltaEntry> consumer) {
            System.arraycopy(bytes, from, fields.begin(length), 0, length);
            DeltaEntry before = DeltaEntry.NOTHING;
            while (!fields.isAtEnd()) {
                int words = fields.number(0);
                if (ofWords[words] == null) {
                    ofWords[words] = DeltaEntry.ofWords(words);
                }
                ofWords[words].pass(fields, before);
                before = ofWords[words];
                consumer.accept(before);
            }
        }
    }

    /** Packs delta entries in their order, together where they follow each other and count from one cut-off on. */
    public static PackedEntries[] of(List<DeltaEntry> entries, FieldWriter writer) {
        List<PackedEntries> all = new ArrayList<>(1);
        for (int from = 0; from < entries.size(); ) {
            PackedEntries packed = new PackedEntries();
            packed.cutOff = cutOff(entries.get(from));
            writer.clear();
            DeltaEntry before = DeltaEntry.NOTHING;
            while (from < entries.size() && cutOff(entries.get(from)) == packed.cutOff) {
                DeltaEntry entry = entries.get(from++);
                writer.number(entry.numerator.length);
                entry.pass(writer, before);
                before = entry;
            }
            packed.bytes = Arrays.copyOf(writer.bytes(), writer.length());
            all.add(packed);
        }
        return all.toArray(PackedEntries[]::new);
    }

    /** Hands them over, as the reader does. */
    public void forEach(Reader reader, Consumer<DeltaEntry> consumer) {
        reader.read(bytes, 0, bytes.length, consumer);
    }

    private static int cutOff(DeltaEntry entry) {
        return LondonDays.cutOffFor(entry.enters);
    }

    @Override
    public void pass(Fields fields) {
        cutOff = fields.number(cutOff);
        bytes = fields.bytes(bytes);
    }
}
