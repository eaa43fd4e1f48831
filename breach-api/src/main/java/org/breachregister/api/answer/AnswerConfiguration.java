package org.breachregister.api.answer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverter;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/// Has answers written by what is in this package.
@Configuration(proxyBeanMethods = false)
class AnswerConfiguration {

    @Bean
    static HttpMessageConverter<Listing<?>> csvListings() {
        return new CsvListings();
    }

    @Bean
    static JacksonModule words() {
        var module = new SimpleModule("words of the register");
        Words.types().forEach(type -> module.addSerializer(new WordSerializer(type)));
        return module;
    }

    private static final class WordSerializer extends StdSerializer<Object> {

        @SuppressWarnings("unchecked") // it writes values of that type only
        private WordSerializer(Class<?> type) {
            super((Class<Object>) type);
        }

        @Override
        public void serialize(Object value, JsonGenerator out, SerializationContext context) {
            switch (Words.plain(value)) {
                case Long number -> out.writeNumber(number);
                case Object word -> out.writeString(word.toString());
            }
        }
    }
}
