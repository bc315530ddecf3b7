package vaiwg.demo.synthetic;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import vaiwg.cli.feed.Feed;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.kpis.digest.Sha256;
import vaiwg.schemas.TrustedClasses;

/** The digest of a feed as it would go to the topics: timestamps, keys and encoded events, in their order. */
final class Bytes {
    private final MessageDigest digest = Sha256.digest();
    private final BinaryEncoder encoder;

    private Bytes() {
        encoder = EncoderFactory.get()
                .binaryEncoder(new DigestOutputStream(OutputStream.nullOutputStream(), digest), null);
    }

    static String digest(Feed feed) {
        return digest(feed::play);
    }

    /** @param play hands over the records */
    static String digest(Consumer<Consumer<FeedRecord>> play) {
        TrustedClasses.register();
        Bytes bytes = new Bytes();
        play.accept(bytes::take);
        try {
            bytes.encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(bytes.digest.digest());
    }

    private void take(FeedRecord record) {
        try {
            encoder.writeLong(record.timestamp());
            encoder.writeString(record.stream() + "/" + record.key());
            new SpecificDatumWriter<SpecificRecord>(record.value().getSchema()).write(record.value(), encoder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
