package vaiwg.jobs.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;

/** The settings that were made for a topic; whatever else holds for it is the brokers'. */
public final class OwnSettings {
    private OwnSettings() {}

    /** By name. */
    public static Map<String, String> of(Admin admin, String topic) throws ExecutionException, InterruptedException {
        ConfigResource asked = resource(topic);
        Config found = admin.describeConfigs(List.of(asked)).all().get().get(asked);
        return found.entries().stream()
                .filter(entry -> entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG)
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value, (one, same) -> one, TreeMap::new));
    }

    /** Makes these, and takes away those by which records keep their times where they are not among them. */
    public static void set(Admin admin, String topic, Map<String, String> settings)
            throws ExecutionException, InterruptedException {
        List<AlterConfigOp> changes = new ArrayList<>();
        settings.forEach((name, value) ->
                changes.add(new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET)));
        for (String name : TopicMaker.keptTimes().keySet()) {
            if (!settings.containsKey(name)) {
                changes.add(new AlterConfigOp(new ConfigEntry(name, ""), AlterConfigOp.OpType.DELETE));
            }
        }
        admin.incrementalAlterConfigs(Map.of(resource(topic), changes)).all().get();
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }
}
