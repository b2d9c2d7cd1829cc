package io.rapport.crm.jdbc.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.rapport.crm.ticket.sla.EscalationAction;
import io.rapport.crm.ticket.sla.Target;
import io.rapport.crm.ticket.sla.Trigger;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.joda.money.Money;

/**
 * Event payloads and embedded lists as JSON text. Absent values are left out; fields that are not known are passed over.
 * Thread-safe.
 */
final class Json {

    private final ObjectMapper mapper = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule()
                    .addSerializer(Money.class, new MoneyWriter())
                    .addDeserializer(Money.class, new MoneyReader())
                    .addSerializer(Locale.class, new LocaleWriter())
                    .addDeserializer(Locale.class, new LocaleReader()))
            .addMixIn(Target.class, ByName.class)
            .addMixIn(Trigger.class, ByName.class)
            .addMixIn(EscalationAction.class, ByName.class)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .build();

    Json() {
        Stream.of(Target.class, Trigger.class, EscalationAction.class)
                .flatMap(type -> Arrays.stream(type.getPermittedSubclasses()))
                .forEach(mapper::registerSubtypes);
    }

    String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("cannot write " + value.getClass().getName(), failure);
        }
    }

    <T> T read(String json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException failure) {
            failure.clearLocation();
            throw new IllegalStateException("a stored " + type.getName() + " cannot be read", failure);
        }
    }

    <T> List<T> readList(String json, Class<T> element) {
        try {
            return mapper.readerForListOf(element).readValue(json);
        } catch (JsonProcessingException failure) {
            failure.clearLocation();
            throw new IllegalStateException("a stored list of " + element.getName() + " cannot be read", failure);
        }
    }

    /** For the records of a sealed interface: their simple names, which are part of the stored format. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
    private interface ByName {}

    private static final class MoneyWriter extends JsonSerializer<Money> {
        @Override
        public void serialize(Money money, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(money.toString());
        }
    }

    private static final class MoneyReader extends JsonDeserializer<Money> {
        @Override
        public Money deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return Money.parse(in.getText());
        }
    }

    private static final class LocaleWriter extends JsonSerializer<Locale> {
        @Override
        public void serialize(Locale locale, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(locale.toLanguageTag());
        }
    }

    private static final class LocaleReader extends JsonDeserializer<Locale> {
        @Override
        public Locale deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return Locale.forLanguageTag(in.getText());
        }
    }
}
