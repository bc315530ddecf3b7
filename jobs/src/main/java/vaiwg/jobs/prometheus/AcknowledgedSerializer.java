package vaiwg.jobs.prometheus;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** The newest acknowledged instant of each force, in a checkpoint. */
final class AcknowledgedSerializer implements SimpleVersionedSerializer<Map<String, Long>> {
    private static final int VERSION = 1;

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public byte[] serialize(Map<String, Long> acknowledged) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(acknowledged.size());
        for (Map.Entry<String, Long> entry : acknowledged.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeLong(entry.getValue());
        }
        return bytes.toByteArray();
    }

    @Override
    public Map<String, Long> deserialize(int version, byte[] serialized) throws IOException {
        if (version != VERSION) {
            throw new IOException("this build reads acknowledgements of version " + VERSION + ", not " + version);
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(serialized));
        Map<String, Long> acknowledged = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            acknowledged.put(in.readUTF(), in.readLong());
        }
        return acknowledged;
    }
}
