<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AboutCard</name>
    <message>
        <source>Forms from others</source>
        <translation>Formularios de otros</translation>
    </message>
    <message>
        <source>Some forms are used in clinics everywhere. They keep their own words.</source>
        <translation>Algunos formularios se usan en clínicas de todas partes. Conservan sus propias palabras.</translation>
    </message>
</context>
<context>
    <name>AboutIopPage</name>
    <message>
        <source>What is IOP?</source>
        <translation>¿Qué es un IOP?</translation>
    </message>
    <message>
        <source>Intensive outpatient program: a lot of care, and you sleep at home.</source>
        <translation>Programa intensivo sin internarte: mucha ayuda, y duermes en casa.</translation>
    </message>
    <message>
        <source>IOP may fit if</source>
        <translation>Un IOP puede servirte si</translation>
    </message>
    <message>
        <source>You have a safe place to sleep</source>
        <translation>Tienes un lugar seguro para dormir</translation>
    </message>
    <message>
        <source>Weekly visits are not enough right now</source>
        <translation>Una visita por semana no basta ahora</translation>
    </message>
    <message>
        <source>You can come a few times a week</source>
        <translation>Puedes venir unas veces por semana</translation>
    </message>
    <message>
        <source>More care may fit if</source>
        <translation>Más atención puede servirte si</translation>
    </message>
    <message>
        <source>You need a nurse or doctor near you at night</source>
        <translation>Necesitas a alguien de salud cerca en la noche</translation>
    </message>
    <message>
        <source>Home does not feel safe right now</source>
        <translation>Tu casa no se siente segura ahora</translation>
    </message>
    <message>
        <source>You feel sick when you stop drinking or using</source>
        <translation>Te sientes mal cuando dejas de beber o usar</translation>
    </message>
    <message>
        <source>Find care</source>
        <translation>Buscar atención</translation>
    </message>
    <message>
        <source>Cost and cover: what to ask</source>
        <translation>Costo y seguro: qué preguntar</translation>
    </message>
    <message>
        <source>Written by the Handrail authors in November 2026. A clinician has not reviewed it yet.
Sources: SAMHSA TIP 47; SAMHSA Advisory on intensive outpatient treatment, 2021; the ASAM levels of care.</source>
        <translation>Escrito por los autores de Handrail en noviembre de 2026. Un profesional aún no lo revisó.
Fuentes: SAMHSA TIP 47; aviso de SAMHSA sobre programas intensivos, 2021; los niveles de ASAM.</translation>
    </message>
    <message>
        <source>Ask SAMHSA</source>
        <translation>Pregunta a SAMHSA</translation>
    </message>
    <message>
        <source>Shaky or seeing things after you stop? Call %1.
A clinician helps you choose. This page can’t.</source>
        <translation>¿Tiemblas o ves cosas después de dejarlo? Llama al %1.
Un profesional te ayuda a elegir. Esta página no puede.</translation>
    </message>
    <message>
        <source>Ask SAMHSA: %1</source>
        <translation>Pregunta a SAMHSA: %1</translation>
    </message>
</context>
<context>
    <name>AfterUsePage</name>
    <message>
        <source>Thank you for telling us</source>
        <translation>Gracias por contarnos</translation>
    </message>
    <message>
        <source>One hard day does not undo your work. You are still in your program.</source>
        <translation>Un día difícil no borra lo que has logrado. Sigues en tu programa.</translation>
    </message>
    <message>
        <source>If you want: what was it?</source>
        <translation>Si quieres: ¿qué fue?</translation>
    </message>
    <message>
        <source>This is not saved and not sent.</source>
        <translation>Esto no se guarda ni se envía.</translation>
    </message>
    <message>
        <source>Stay safe today</source>
        <translation>Cuídate hoy</translation>
    </message>
    <message>
        <source>After a break, your body can handle less. Keep naloxone close. Try not to be alone.</source>
        <translation>Después de una pausa, tu cuerpo aguanta menos. Ten naloxona cerca. Trata de estar con alguien.</translation>
    </message>
    <message>
        <source>Naloxone steps</source>
        <translation>Pasos con naloxona</translation>
    </message>
    <message>
        <source>Drink or take pills every day? Don’t stop alone.</source>
        <translation>¿Bebes o tomas pastillas cada día? No lo dejes sin ayuda.</translation>
    </message>
    <message>
        <source>What would help most?</source>
        <translation>¿Qué te ayudaría más?</translation>
    </message>
    <message>
        <source>Talk with my team</source>
        <translation>Hablar con mi equipo</translation>
    </message>
    <message>
        <source>Call my person</source>
        <translation>Llamar a mi persona</translation>
    </message>
    <message>
        <source>My person</source>
        <translation>Mi persona</translation>
    </message>
    <message>
        <source>Choose a person</source>
        <translation>Elige a alguien</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>What happened, what next</source>
        <translation>Qué pasó y qué sigue</translation>
    </message>
    <message>
        <source>Look back without blame, when you want</source>
        <translation>Mira atrás sin culpa, cuando quieras</translation>
    </message>
    <message>
        <source>Get a kit</source>
        <translation>Conseguir un kit</translation>
    </message>
    <message>
        <source>Get a naloxone kit</source>
        <translation>Conseguir un kit de naloxona</translation>
    </message>
    <message>
        <source>Call %1 for a seizure, fever, or seeing things. Shaky or sweating? Call your clinic today.</source>
        <translation>Llama al %1 si hay convulsiones, fiebre o ves cosas. ¿Temblor o sudor? Llama hoy a tu clínica.</translation>
    </message>
</context>
<context>
    <name>AftercareCards</name>
    <message>
        <source>My person</source>
        <translation>Mi persona</translation>
    </message>
    <message>
        <source>Choose a person</source>
        <translation>Elige a alguien</translation>
    </message>
    <message>
        <source>Someone to call on a hard day</source>
        <translation>Alguien a quien llamar en un día difícil</translation>
    </message>
    <message>
        <source>Need more support?</source>
        <translation>¿Necesitas más apoyo?</translation>
    </message>
    <message>
        <source>You can ask for more care at any time.</source>
        <translation>Puedes pedir más atención cuando quieras.</translation>
    </message>
    <message>
        <source>Message my team</source>
        <translation>Escribir a mi equipo</translation>
    </message>
    <message>
        <source>I could use more support. Can we talk?</source>
        <translation>Me vendría bien más apoyo. ¿Podemos hablar?</translation>
    </message>
    <message>
        <source>Call my clinic</source>
        <translation>Llamar a mi clínica</translation>
    </message>
    <message>
        <source>Community help</source>
        <translation>Ayuda en la comunidad</translation>
    </message>
</context>
<context>
    <name>Agenda</name>
    <message>
        <source>Save the file</source>
        <translation>Guardar el archivo</translation>
    </message>
</context>
<context>
    <name>Answer</name>
    <message>
        <source>This question can’t be shown here. You can skip it, or bring it to your next session.</source>
        <translation>Esta pregunta no se puede mostrar aquí. Puedes saltarla o llevarla a tu próxima sesión.</translation>
    </message>
</context>
<context>
    <name>AnswerList</name>
    <message>
        <source>Your answers</source>
        <translation>Tus respuestas</translation>
    </message>
</context>
<context>
    <name>AnswerRow</name>
    <message>
        <source>Not the same in both</source>
        <translation>No es igual en los dos</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>an answer, and that the other set has another</comment>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>AnswersCard</name>
    <message>
        <source>Your answers</source>
        <translation>Tus respuestas</translation>
    </message>
    <message>
        <source>What you said</source>
        <translation>Lo que contaste</translation>
    </message>
</context>
<context>
    <name>AppearanceRow</name>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>As the device</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clara</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscura</translation>
    </message>
</context>
<context>
    <name>AroundLinks</name>
    <message>
        <source>What is IOP?</source>
        <translation>¿Qué es un IOP?</translation>
    </message>
    <message>
        <source>Community help</source>
        <translation>Ayuda en la comunidad</translation>
    </message>
</context>
<context>
    <name>AroundRows</name>
    <message>
        <source>Community help</source>
        <translation>Ayuda en la comunidad</translation>
    </message>
    <message>
        <source>Food, housing, rides, meetings and more</source>
        <translation>Comida, vivienda, viajes, reuniones y más</translation>
    </message>
    <message>
        <source>What is IOP?</source>
        <translation>¿Qué es un IOP?</translation>
    </message>
    <message>
        <source>Levels of care, cost and what to ask</source>
        <translation>Niveles de atención, costo y qué preguntar</translation>
    </message>
</context>
<context>
    <name>AttachSheet</name>
    <message>
        <source>Which worksheet?</source>
        <translation>¿Qué hoja?</translation>
    </message>
    <message>
        <source>This is all that your care team gets:</source>
        <translation>Esto es todo lo que recibe tu equipo:</translation>
    </message>
    <message>
        <source>You have no worksheets yet.</source>
        <translation>Todavía no tienes hojas.</translation>
    </message>
    <message>
        <source>You see what is sent before it goes.</source>
        <translation>Ves lo que se envía antes de que salga.</translation>
    </message>
    <message>
        <source>Send this</source>
        <translation>Enviar esto</translation>
    </message>
    <message>
        <source>Worksheets</source>
        <translation>Hojas de trabajo</translation>
    </message>
</context>
<context>
    <name>AttendancePage</name>
    <message>
        <source>Your sessions so far</source>
        <translation>Tus sesiones hasta hoy</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Aún no hay nada</translation>
    </message>
    <message>
        <source>After a session, your clinic notes that you were there. You see it here.</source>
        <translation>Después de una sesión, tu clínica anota que estuviste. Aquí lo ves.</translation>
    </message>
    <message>
        <source>Your clinic keeps this record. Missing one happens. You can tell us if something is wrong.</source>
        <translation>Tu clínica lleva este registro. Faltar a una pasa. Puedes decirnos si algo no está bien.</translation>
    </message>
    <message>
        <source>A letter for work or school</source>
        <translation>Una carta para el trabajo o la escuela</translation>
    </message>
    <message>
        <source>It never says what for.</source>
        <translation>Nunca dice para qué.</translation>
    </message>
    <message>
        <source>Your past sessions</source>
        <translation>Tus sesiones pasadas</translation>
    </message>
    <message numerus="yes">
        <source>Show more (%n left)</source>
        <translation>
            <numerusform>Mostrar más (queda %n)</numerusform>
            <numerusform>Mostrar más (quedan %n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AttendanceRow</name>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Call your clinic instead</source>
        <translation>Mejor llama a tu clínica</translation>
    </message>
    <message>
        <source>That’s not right</source>
        <translation>Eso no está bien</translation>
    </message>
    <message>
        <source>That’s not right: %1, %2</source>
        <translation>Eso no está bien: %1, %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>AvatarButton</name>
    <message>
        <source>You and settings</source>
        <translation>Tú y tus ajustes</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>BeforeJoinPage</name>
    <message>
        <source>Before you join</source>
        <translation>Antes de unirte</translation>
    </message>
    <message>
        <source>Nothing is sent until you say that you are ready.</source>
        <translation>No se envía nada hasta que digas que ya estás.</translation>
    </message>
    <message>
        <source>Are you in a place where you can talk?</source>
        <translation>¿Estás en un lugar donde puedes hablar?</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Todavía no</translation>
    </message>
    <message>
        <source>I’ll type instead</source>
        <translation>Prefiero escribir</translation>
    </message>
    <message>
        <source>A car, a hallway or a walk can work. You can wait to talk.</source>
        <translation>Puede servir un auto, un pasillo o un paseo. Puedes esperar para hablar.</translation>
    </message>
    <message>
        <source>Check before each session</source>
        <translation>Revisar antes de cada sesión</translation>
    </message>
    <message>
        <source>Off: Join takes you straight in.</source>
        <translation>Apagado: Unirme te lleva directo.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>I’m ready</source>
        <translation>Ya estoy</translation>
    </message>
    <message>
        <source>Your microphone is off on this page. Check it in the browser, too. Use the chat in the session, if there is one.</source>
        <translation>Tu micrófono está apagado en esta página. Revísalo también en el navegador. Usa el chat de la sesión, si lo hay.</translation>
    </message>
</context>
<context>
    <name>BlankPage</name>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
</context>
<context>
    <name>BottomBar</name>
    <message>
        <source>Places</source>
        <translation>Secciones</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
</context>
<context>
    <name>BreathPlayer</name>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Without holding</source>
        <translation>Sin retener</translation>
    </message>
</context>
<context>
    <name>BringCard</name>
    <message>
        <source>Bring to my session</source>
        <translation>Llevar a mi sesión</translation>
    </message>
    <message>
        <source>Bring to my session, %1</source>
        <translation>Llevar a mi sesión, %1</translation>
    </message>
    <message>
        <source>Bring it as it is now</source>
        <translation>Llevarla como está ahora</translation>
    </message>
</context>
<context>
    <name>BringUpChoices</name>
    <message>
        <source>From your last check-in</source>
        <translation>De tu último registro</translation>
    </message>
    <message>
        <source>Add: %1</source>
        <translation>Agregar: %1</translation>
    </message>
    <message>
        <source>What you made</source>
        <translation>Lo que hiciste</translation>
    </message>
    <message>
        <source>Choose a worksheet to bring</source>
        <translation>Elegir una hoja para llevar</translation>
    </message>
    <message>
        <source>Skills you tried</source>
        <translation>Técnicas que probaste</translation>
    </message>
</context>
<context>
    <name>BringUpPage</name>
    <message>
        <source>Bring up next time</source>
        <translation>Para hablar la próxima vez</translation>
    </message>
    <message>
        <source>Only you see this, unless you bring it to a session.</source>
        <translation>Solo tú ves esto, a menos que lo lleves a una sesión.</translation>
    </message>
    <message>
        <source>My list</source>
        <translation>Mi lista</translation>
    </message>
    <message>
        <source>Take off: %1</source>
        <translation>Quitar: %1</translation>
    </message>
    <message>
        <source>Something to bring up</source>
        <translation>Algo de lo que quiero hablar</translation>
    </message>
    <message>
        <source>Add to my list</source>
        <translation>Agregar a mi lista</translation>
    </message>
    <message>
        <source>Begin a new list</source>
        <translation>Empezar una lista nueva</translation>
    </message>
</context>
<context>
    <name>Bubble</name>
    <message>
        <source>See why</source>
        <translation>Ver por qué</translation>
    </message>
</context>
<context>
    <name>CalmCard</name>
    <message>
        <source>Calm me</source>
        <translation>Calmarme</translation>
    </message>
</context>
<context>
    <name>CalmCircle</name>
    <message>
        <source>Breathe</source>
        <translation>Respira</translation>
    </message>
    <message>
        <source>Breathe in</source>
        <translation>Inhala</translation>
    </message>
    <message>
        <source>Breathe out</source>
        <translation>Exhala</translation>
    </message>
    <message>
        <source>Breathe, if you like</source>
        <translation>Respira, si quieres</translation>
    </message>
    <message>
        <source>if you like</source>
        <translation>si quieres</translation>
    </message>
    <message>
        <source>End the breathing circle</source>
        <translation>Terminar el círculo</translation>
    </message>
</context>
<context>
    <name>CalmEnd</name>
    <message>
        <source>That was it</source>
        <translation>Eso fue todo</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>Repetir</translation>
    </message>
    <message>
        <source>Back to Help now</source>
        <translation>Volver a Ayuda ya</translation>
    </message>
</context>
<context>
    <name>CalmTimed</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>CardsPlayer</name>
    <message>
        <source>Card %1 of %2</source>
        <translation>Carta %1 de %2</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>What could you say?</source>
        <translation>¿Qué podrías decir?</translation>
    </message>
    <message>
        <source>Or in your own words</source>
        <translation>O con tus propias palabras</translation>
    </message>
    <message>
        <source>Your words are not kept. Say them out loud, too.</source>
        <translation>Tus palabras no se guardan. Dilas también en voz alta.</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Terminar</translation>
    </message>
    <message>
        <source>Next card</source>
        <translation>Carta siguiente</translation>
    </message>
    <message>
        <source>Skip this card</source>
        <translation>Saltar esta carta</translation>
    </message>
    <message>
        <source>End here</source>
        <translation>Terminar aquí</translation>
    </message>
    <message>
        <source>These are your own words. Do they help you hold on to what you want?</source>
        <translation>Son tus propias palabras. ¿Te ayudan a sostener lo que quieres?</translation>
    </message>
</context>
<context>
    <name>ChartCards</name>
    <message>
        <source>Urges and mood</source>
        <translation>Ganas y ánimo</translation>
    </message>
    <message>
        <source>Urge</source>
        <translation>Ganas</translation>
    </message>
    <message>
        <source>Mood</source>
        <translation>Ánimo</translation>
    </message>
    <message>
        <source>Sleep</source>
        <translation>Sueño</translation>
    </message>
</context>
<context>
    <name>CheckInCard</name>
    <message>
        <source>Thanks for checking in</source>
        <translation>Gracias por contarnos cómo estás</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>See today’s answers</source>
        <translation>Ver las respuestas de hoy</translation>
    </message>
    <message>
        <source>Go on with the check-in</source>
        <translation>Seguir con el registro</translation>
    </message>
    <message>
        <source>Start the check-in</source>
        <translation>Empezar el registro</translation>
    </message>
    <message>
        <source>See answers</source>
        <translation>Ver respuestas</translation>
    </message>
    <message>
        <source>See what to do</source>
        <translation>Ver qué hacer</translation>
    </message>
    <message>
        <source>See what to do about today’s check-in</source>
        <translation>Ver qué hacer con el registro de hoy</translation>
    </message>
</context>
<context>
    <name>CheckInDonePage</name>
    <message>
        <source>Your answers help us help you.</source>
        <translation>Tus respuestas nos ayudan a ayudarte.</translation>
    </message>
    <message>
        <source>Your care team does not watch this app live.</source>
        <translation>Tu equipo de atención no mira esta app en tiempo real.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>See what to do</source>
        <translation>Ver qué hacer</translation>
    </message>
    <message>
        <source>You skipped them all. That’s okay.</source>
        <translation>Saltaste todas las preguntas. Está bien.</translation>
    </message>
    <message>
        <source>Who can see it</source>
        <translation>Quién puede verlo</translation>
    </message>
    <message>
        <source>My care team can see this check-in</source>
        <translation>Mi equipo de atención puede ver este registro</translation>
    </message>
    <message>
        <source>It has left this device. Ask your clinic if you want it taken back.</source>
        <translation>Ya salió de este dispositivo. Si quieres que se retire, pídelo a tu clínica.</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Enviar ahora</translation>
    </message>
    <message>
        <source>Look at both</source>
        <translation>Ver las dos</translation>
    </message>
    <message>
        <source>Change my answers</source>
        <translation>Cambiar mis respuestas</translation>
    </message>
</context>
<context>
    <name>CheckInPage</name>
    <message>
        <source>The questions are not here yet</source>
        <translation>Las preguntas todavía no llegan</translation>
    </message>
    <message>
        <source>They come from your clinic. Please try again later.</source>
        <translation>Vienen de tu clínica. Vuelve a intentarlo más tarde, por favor.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Saltar</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Terminar</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
</context>
<context>
    <name>CheckList</name>
    <message>
        <source>What we found</source>
        <translation>Lo que encontramos</translation>
    </message>
    <message>
        <source>The video page may ask for your name</source>
        <translation>La página de video puede pedirte tu nombre</translation>
    </message>
    <message>
        <source>The video page may show “%1”, or ask for your name</source>
        <translation>La página de video puede mostrar “%1” o pedirte tu nombre</translation>
    </message>
</context>
<context>
    <name>ChecklistBody</name>
    <message>
        <source>Skip any part.</source>
        <translation>Puedes saltar partes.</translation>
    </message>
    <message>
        <source>%1. Skip any part.</source>
        <translation>%1. Puedes saltar partes.</translation>
    </message>
    <message>
        <source>Begin a new one</source>
        <translation>Empezar otra</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>%1 de %2 hechas</translation>
    </message>
    <message numerus="yes">
        <source>%1 %n min</source>
        <comment>what to do, and how long</comment>
        <translation>
            <numerusform>%1 %n min</numerusform>
            <numerusform>%1 %n min</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on: %1</source>
        <translation>Seguir: %1</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
</context>
<context>
    <name>ChoosePlayer</name>
    <message>
        <source>Next: %1</source>
        <translation>Sigue: %1</translation>
    </message>
    <message>
        <source>Done for now</source>
        <translation>Listo por ahora</translation>
    </message>
    <message>
        <source>Open Help now</source>
        <translation>Abrir Ayuda ya</translation>
    </message>
</context>
<context>
    <name>ClinicPlanCard</name>
    <message>
        <source>Your clinic has its own plan</source>
        <translation>Tu clínica tiene su propio plan</translation>
    </message>
    <message>
        <source>“%1”. Your care team sees the answers that you send.</source>
        <translation>“%1”. Tu equipo ve las respuestas que envías.</translation>
    </message>
    <message>
        <source>Fill in the clinic’s plan</source>
        <translation>Llenar el plan de la clínica</translation>
    </message>
    <message>
        <source>See the clinic’s plan</source>
        <translation>Ver el plan de la clínica</translation>
    </message>
</context>
<context>
    <name>ClinicSeesCard</name>
    <message>
        <source>Your clinic</source>
        <translation>Tu clínica</translation>
    </message>
    <message>
        <source>Your care team sees</source>
        <translation>Tu equipo de atención ve</translation>
    </message>
    <message>
        <source>Your care team at %1 sees</source>
        <translation>Tu equipo de atención en %1 ve</translation>
    </message>
    <message>
        <source>What you send: check-ins, forms, messages, medicine marks. And your plan and sessions.</source>
        <translation>Lo que envías: registros, formularios, mensajes y marcas de medicina. Y tu plan y tus sesiones.</translation>
    </message>
    <message>
        <source>Sent and waiting</source>
        <translation>Enviado y en espera</translation>
    </message>
    <message>
        <source>What went from here, and when</source>
        <translation>Qué salió de aquí, y cuándo</translation>
    </message>
    <message>
        <source>Who looked</source>
        <translation>Quién miró</translation>
    </message>
</context>
<context>
    <name>ClinicWord</name>
    <message>
        <source>News from your clinic: %1 %2</source>
        <translation>Noticias de tu clínica: %1 %2</translation>
    </message>
</context>
<context>
    <name>ComingSheet</name>
    <message>
        <source>No ride</source>
        <translation>No tengo transporte</translation>
    </message>
    <message>
        <source>Sick</source>
        <translation>Me siento mal</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Trabajo</translation>
    </message>
    <message>
        <source>Child care</source>
        <translation>Cuidado de niños</translation>
    </message>
    <message>
        <source>Hard day</source>
        <translation>Día difícil</translation>
    </message>
    <message>
        <source>Rather not say</source>
        <translation>Prefiero no decir</translation>
    </message>
    <message>
        <source>Can’t make it?</source>
        <translation>¿No puedes ir?</translation>
    </message>
    <message>
        <source>%1. %2. Your place is safe.</source>
        <translation>Tu lugar está guardado. %1, %2</translation>
    </message>
    <message>
        <source>Tell your clinic I can’t come</source>
        <translation>Avisar a tu clínica que no puedo ir</translation>
    </message>
    <message>
        <source>It has begun. You can still come.</source>
        <translation>Ya empezó. Todavía puedes ir.</translation>
    </message>
    <message>
        <source>What is going on? You can skip this.</source>
        <translation>¿Qué pasa? Puedes saltar esta pregunta.</translation>
    </message>
    <message>
        <source>Or ask for this</source>
        <translation>O pide esto</translation>
    </message>
    <message>
        <source>I’ll be late</source>
        <translation>Voy a llegar tarde</translation>
    </message>
    <message>
        <source>Tell your clinic. Come when you can.</source>
        <translation>Avisa a tu clínica. Ve cuando puedas.</translation>
    </message>
    <message>
        <source>I need a ride</source>
        <translation>Necesito que me lleven</translation>
    </message>
    <message>
        <source>Ask your clinic for one.</source>
        <translation>Pídelo a tu clínica.</translation>
    </message>
    <message>
        <source>Another time</source>
        <translation>Otro horario</translation>
    </message>
    <message>
        <source>Ask your clinic. This time stays until it changes.</source>
        <translation>Pregunta a tu clínica. Esta hora vale hasta que cambie.</translation>
    </message>
    <message>
        <source>It is sent as a request. Your schedule shows it at once. You can still change your mind.</source>
        <translation>Se envía como una petición. Tu agenda lo muestra enseguida. Todavía puedes cambiar de idea.</translation>
    </message>
</context>
<context>
    <name>ComingUp</name>
    <message>
        <source>Coming up</source>
        <translation>Lo que sigue</translation>
    </message>
    <message>
        <source>Whole week</source>
        <translation>Toda la semana</translation>
    </message>
</context>
<context>
    <name>CommunityPage</name>
    <message>
        <source>Community help</source>
        <translation>Ayuda en la comunidad</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Food, rides, a place to stay</source>
        <translation>Comida, viajes</translation>
    </message>
    <message>
        <source>Search community help</source>
        <translation>Buscar ayuda en la comunidad</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Works offline</source>
        <translation>Funciona sin internet</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>Llamar al %1</translation>
    </message>
    <message numerus="yes">
        <source>Show more (%n left)</source>
        <translation>
            <numerusform>Mostrar más (queda %n)</numerusform>
            <numerusform>Mostrar más (quedan %n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Call 211. A person helps you look.</source>
        <translation>Llama al 211. Una persona te ayuda a buscar.</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>¿Quisiste decir %1?</translation>
    </message>
    <message>
        <source>Call 211</source>
        <translation>Llamar al 211</translation>
    </message>
    <message>
        <source>A person helps you look. Free.</source>
        <translation>Una persona te ayuda a buscar. Gratis.</translation>
    </message>
    <message>
        <source>Handrail does not look where you are. What you type stays here.</source>
        <translation>Handrail no mira dónde estás. Lo que escribes se queda aquí.</translation>
    </message>
</context>
<context>
    <name>ConsentCard</name>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Read what I signed</source>
        <translation>Leer lo que firmé</translation>
    </message>
    <message>
        <source>Read what I signed: %1</source>
        <translation>Leer lo que firmé: %1</translation>
    </message>
    <message>
        <source>The words are at your clinic. Ask for a copy.</source>
        <translation>El texto está en tu clínica. Pide una copia.</translation>
    </message>
</context>
<context>
    <name>ConsentPage</name>
    <message>
        <source>What you signed</source>
        <translation>Lo que firmaste</translation>
    </message>
</context>
<context>
    <name>ConsentText</name>
    <message>
        <source>Family</source>
        <translation>Familia</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Pareja</translation>
    </message>
    <message>
        <source>Friend</source>
        <translation>Amistad</translation>
    </message>
    <message>
        <source>Your permission to share</source>
        <translation>Tu permiso para compartir</translation>
    </message>
    <message>
        <source>Read it slowly. You can say no.</source>
        <translation>Léelo con calma. Puedes decir que no.</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>This is about you</source>
        <translation>Esto es sobre ti</translation>
    </message>
    <message>
        <source>From</source>
        <comment>who gives it</comment>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <comment>who gets it</comment>
        <translation>Para</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Family session times and links</source>
        <translation>Horas y enlaces de las sesiones familiares</translation>
    </message>
    <message>
        <source>One family session: %1</source>
        <translation>Una sesión familiar: %1</translation>
    </message>
    <message>
        <source>With it</source>
        <translation>Con eso</translation>
    </message>
    <message>
        <source>The place, who leads it, my care team and the clinic’s phone</source>
        <translation>El lugar, quién la dirige, mi equipo y el teléfono de la clínica</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>So %1 can take part</source>
        <translation>Para que %1 pueda participar</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>Or the day I choose to stop</source>
        <translation>O el día en que yo decida parar</translation>
    </message>
    <message>
        <source>You can stop any time: open %1 under “People I share with”. By law, %1 may not pass this on.</source>
        <translation>Puedes parar cuando quieras: abre %1 en “Personas con quienes comparto”. Por ley, %1 no puede pasar esto a nadie.</translation>
    </message>
    <message>
        <source>The full notice</source>
        <translation>El aviso completo</translation>
    </message>
    <message>
        <source>This is your choice. Your care does not change if you say no.</source>
        <translation>Tú decides. Tu atención no cambia si dices que no.</translation>
    </message>
    <message>
        <source>You can stop at any time. Open “You and privacy”, then “People I share with”, then “Stop sharing”. Or call or write to %1.</source>
        <translation>Puedes parar en cualquier momento. Abre “Tú y tu privacidad”, luego “Personas con quienes comparto” y “Dejar de compartir”. O llama o escribe a %1.</translation>
    </message>
    <message>
        <source>Stopping works from then on. It does not take back what %1 has seen or heard before.</source>
        <translation>Parar vale desde ese momento. No borra lo que %1 ya vio o escuchó.</translation>
    </message>
    <message>
        <source>With it, %1 gets this notice: “42 CFR part 2 prohibits unauthorized use or disclosure of these records.”</source>
        <translation>Con eso, %1 recibe este aviso: “La parte 2 del título 42 del CFR prohíbe usar o divulgar estos registros sin autorización.”</translation>
    </message>
    <message>
        <source>No law can undo it if somebody breaks the rule. Choose somebody you trust.</source>
        <translation>Ninguna ley puede deshacerlo si alguien rompe la regla. Elige a alguien de confianza.</translation>
    </message>
    <message>
        <source>Never shared in this app: check-ins, messages, medicine, tests, notes, your safety plan.</source>
        <translation>Nunca se comparte en esta app: registros, mensajes, medicinas, pruebas, notas, tu plan de seguridad.</translation>
    </message>
    <message>
        <source>Your clinic keeps this permission, your name and the day. You can read it here again.</source>
        <translation>Tu clínica guarda este permiso, tu nombre y el día. Puedes leerlo aquí otra vez.</translation>
    </message>
    <message>
        <source>Signed by typing my name: %1</source>
        <translation>Firmo al escribir mi nombre: %1</translation>
    </message>
    <message>
        <source>Date: %1</source>
        <translation>Fecha: %1</translation>
    </message>
    <message>
        <source>Federal law protects what is shared: 42 CFR Part 2. %1 may not pass it on, unless you agree in writing or the law allows it. A court needs your yes or a court order made for this.</source>
        <translation>Una ley federal protege lo que se comparte: 42 CFR Parte 2. %1 no puede pasarlo a nadie, salvo que tú aceptes por escrito o la ley lo permita. Un tribunal necesita tu permiso o una orden judicial hecha para esto.</translation>
    </message>
    <message>
        <source>And the card “How I can help”</source>
        <translation>Y la tarjeta “Cómo puedo ayudar”</translation>
    </message>
    <message>
        <source>And</source>
        <comment>one more thing that is shared</comment>
        <translation>Y</translation>
    </message>
    <message>
        <source>One family session</source>
        <translation>Una sesión familiar</translation>
    </message>
    <message>
        <source>When I am busy</source>
        <translation>Cuándo no estoy libre</translation>
    </message>
    <message>
        <source>From when to when. Never the reason.</source>
        <translation>De qué hora a qué hora. Nunca el motivo.</translation>
    </message>
    <message>
        <source>If I came to a session</source>
        <translation>Si fui a una sesión</translation>
    </message>
    <message>
        <source>The day, and yes or no. From the day I sign.</source>
        <translation>El día, y sí o no. Desde el día en que firmo.</translation>
    </message>
    <message>
        <source>Also</source>
        <comment>the last thing that is shared</comment>
        <translation>También</translation>
    </message>
</context>
<context>
    <name>ConsentsPage</name>
    <message>
        <source>What you signed</source>
        <translation>Lo que firmaste</translation>
    </message>
    <message>
        <source>You signed nothing yet</source>
        <translation>Todavía no firmaste nada</translation>
    </message>
    <message>
        <source>When you share something with a relative, what you signed shows here.</source>
        <translation>Cuando compartes algo con un familiar, aquí se ve lo que firmaste.</translation>
    </message>
</context>
<context>
    <name>CostCard</name>
    <message>
        <source>Do you take my insurance or Medicaid?</source>
        <translation>¿Aceptan mi seguro o Medicaid?</translation>
    </message>
    <message>
        <source>What do I pay for each week?</source>
        <translation>¿Cuánto pago por cada semana?</translation>
    </message>
    <message>
        <source>How many sessions does my plan pay for?</source>
        <translation>¿Cuántas sesiones paga mi plan?</translation>
    </message>
    <message>
        <source>Do I need a note from a doctor first?</source>
        <translation>¿Necesito primero una nota médica?</translation>
    </message>
    <message>
        <source>Is there a lower price if I can’t pay it all?</source>
        <translation>¿Hay un precio más bajo si no puedo pagar todo?</translation>
    </message>
    <message>
        <source>Who helps me with the forms?</source>
        <translation>¿Quién me ayuda con los papeles?</translation>
    </message>
    <message>
        <source>What if my cover ends while I am here?</source>
        <translation>¿Y si mi seguro termina mientras estoy aquí?</translation>
    </message>
    <message>
        <source>My questions about cost:</source>
        <translation>Mis preguntas sobre el costo:</translation>
    </message>
    <message>
        <source>Copy the questions</source>
        <translation>Copiar las preguntas</translation>
    </message>
    <message>
        <source>Ask my care team</source>
        <translation>Preguntar a mi equipo</translation>
    </message>
    <message>
        <source>Call my clinic</source>
        <translation>Llamar a mi clínica</translation>
    </message>
    <message>
        <source>Your plan’s own number is on the back of your card.</source>
        <translation>El número de tu plan está detrás de tu tarjeta.</translation>
    </message>
    <message>
        <source>Ask about health plans</source>
        <translation>Pregunta por un plan de salud</translation>
    </message>
</context>
<context>
    <name>CountButtons</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Terminar</translation>
    </message>
    <message>
        <source>Skip this one</source>
        <translation>Saltar esta</translation>
    </message>
</context>
<context>
    <name>CountCard</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Nada todavía</translation>
    </message>
</context>
<context>
    <name>CountCircle</name>
    <message>
        <source>I found one</source>
        <translation>Encontré una</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
</context>
<context>
    <name>CountWords</name>
    <message>
        <source>%1 %2</source>
        <comment>5 things that you see</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Such as: %1</source>
        <translation>Por ejemplo: %1</translation>
    </message>
</context>
<context>
    <name>DeleteCard</name>
    <message>
        <source>Sign out and erase</source>
        <translation>Salir y borrar</translation>
    </message>
    <message>
        <source>All that Handrail keeps on this device. It tells you first what is not sent.</source>
        <translation>Todo lo que Handrail guarda en este dispositivo. Antes te dice qué no se ha enviado.</translation>
    </message>
    <message>
        <source>This does not delete your clinic’s records. The law tells a clinic how long to keep them. Ask your clinic what it can change or delete.</source>
        <translation>Esto no borra los registros de tu clínica. La ley le dice a una clínica cuánto tiempo guardarlos. Pregunta a tu clínica qué puede cambiar o borrar.</translation>
    </message>
    <message>
        <source>Write to your clinic</source>
        <translation>Escribir a tu clínica</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>Llamar al %1</translation>
    </message>
</context>
<context>
    <name>DoseCard</name>
    <message>
        <source>Taken</source>
        <translation>Sí la tomé</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>No la tomé</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>No sé</translation>
    </message>
    <message>
        <source>Taken: %1</source>
        <translation>Sí la tomé: %1</translation>
    </message>
    <message>
        <source>Not taken: %1</source>
        <translation>No la tomé: %1</translation>
    </message>
    <message>
        <source>Not sure: %1</source>
        <translation>No sé: %1</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Change: %1</source>
        <translation>Cambiar: %1</translation>
    </message>
</context>
<context>
    <name>DownloadPage</name>
    <message>
        <source>Download all of it</source>
        <translation>Descargar todo</translation>
    </message>
    <message>
        <source>This is what will be in the file. Nothing is written before you say so.</source>
        <translation>Esto es lo que tendrá el archivo. Nada se escribe antes de que lo digas.</translation>
    </message>
    <message>
        <source>The file is not locked</source>
        <translation>El archivo no está protegido</translation>
    </message>
    <message>
        <source>Whoever opens it can read it. Save it on a device that only you use. Any web browser shows it.</source>
        <translation>Quien lo abra puede leerlo. Guárdalo en un dispositivo que solo uses tú. Cualquier navegador lo muestra.</translation>
    </message>
    <message>
        <source>Also in it: skills you used, lessons you read, days you marked, and settings. Not in it: your PIN and what keeps you signed in.</source>
        <translation>También tiene: técnicas que usaste, lecciones que leíste, días que marcaste y ajustes. No tiene: tu PIN ni lo que te mantiene dentro.</translation>
    </message>
    <message>
        <source>Save it again</source>
        <translation>Guardar otra vez</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>Guardar el archivo</translation>
    </message>
    <message>
        <source>Writing the file: %1%</source>
        <translation>Escribiendo el archivo: %1%</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
</context>
<context>
    <name>Drawings</name>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>10 min</source>
        <translation>10 min</translation>
    </message>
    <message>
        <source>30 min</source>
        <translation>30 min</translation>
    </message>
</context>
<context>
    <name>EraseQuestion</name>
    <message>
        <source>Erase what is not sent?</source>
        <translation>¿Borrar lo que no se envió?</translation>
    </message>
    <message>
        <source>Not sent yet: %1. Your clinic does not have it. Erased, it can’t come back.</source>
        <translation>Todavía sin enviar: %1. Tu clínica no lo tiene. Si se borra, no puede volver.</translation>
    </message>
    <message>
        <source>Send it first</source>
        <translation>Enviarlo primero</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Enviando…</translation>
    </message>
    <message>
        <source>Erase it unsent</source>
        <translation>Borrarlo sin enviar</translation>
    </message>
    <message>
        <source>Sign out and erase</source>
        <translation>Salir y borrar</translation>
    </message>
    <message>
        <source>Erase what is only here?</source>
        <translation>¿Borrar lo que solo está aquí?</translation>
    </message>
    <message>
        <source>Only on this device: %1. Erased, it can’t come back.</source>
        <translation>Solo en este dispositivo: %1. Si se borra, no se puede recuperar.</translation>
    </message>
</context>
<context>
    <name>ErrorCard</name>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
</context>
<context>
    <name>FactRow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>FamilyAnswer</name>
    <message>
        <source>Can you come?</source>
        <translation>¿Puedes venir?</translation>
    </message>
    <message>
        <source>I plan to come</source>
        <translation>Pienso ir</translation>
    </message>
    <message>
        <source>Tell the clinic.</source>
        <translation>Avisa a la clínica.</translation>
    </message>
    <message>
        <source>I can’t come</source>
        <translation>No puedo ir</translation>
    </message>
    <message>
        <source>Tell the clinic. You can still change your mind.</source>
        <translation>Avisa a la clínica. Todavía puedes cambiar de idea.</translation>
    </message>
    <message>
        <source>I can come after all</source>
        <translation>Sí puedo ir</translation>
    </message>
</context>
<context>
    <name>FamilyHomePage</name>
    <message>
        <source>Lessons for families</source>
        <translation>Lecciones para familias</translation>
    </message>
    <message>
        <source>Short reads. They work with no internet.</source>
        <translation>Lecturas cortas. Funcionan sin internet.</translation>
    </message>
    <message>
        <source>Tell the clinic something</source>
        <translation>Avisar algo a la clínica</translation>
    </message>
    <message>
        <source>One way: the clinic may not answer</source>
        <translation>Solo de ida: quizá la clínica no responda</translation>
    </message>
    <message>
        <source>Who are you here for?</source>
        <translation>¿Por quién estás aquí?</translation>
    </message>
    <message>
        <source>%1 now</source>
        <comment>a person’s name</comment>
        <translation>Ahora: %1</translation>
    </message>
</context>
<context>
    <name>FamilySessionCard</name>
    <message>
        <source>Your next family session</source>
        <translation>Tu próxima sesión familiar</translation>
    </message>
    <message>
        <source>Family sessions</source>
        <translation>Sesiones familiares</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Directions</source>
        <translation>Cómo llegar</translation>
    </message>
    <message>
        <source>Moved. %1</source>
        <translation>Cambió de hora. %1</translation>
    </message>
    <message>
        <source>Call your clinic</source>
        <translation>Llamar a tu clínica</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
</context>
<context>
    <name>FirstPlanCard</name>
    <message>
        <source>A plan for a hard hour, in your own words. You write it before the hour comes.</source>
        <translation>Un plan para una hora difícil, con tus palabras. Lo escribes antes de que llegue.</translation>
    </message>
    <message>
        <source>Take your time. You can make it with your counselor. You can skip any step and change it later.</source>
        <translation>Toma tu tiempo. Puedes hacerlo con tu consejero o consejera. Puedes saltar un paso y cambiarlo después.</translation>
    </message>
    <message>
        <source>It stays on this device. Nothing is sent unless you say so.</source>
        <translation>Se queda en este dispositivo. No se envía nada si tú no lo pides.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Write my own here instead</source>
        <translation>Mejor escribir el mío aquí</translation>
    </message>
</context>
<context>
    <name>FirstSyncPage</name>
    <message>
        <source>Getting your program ready</source>
        <translation>Estamos preparando tu programa</translation>
    </message>
    <message>
        <source>%1 You can look around while it loads.</source>
        <translation>%1 Puedes mirar la app mientras carga.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Parts of the download</source>
        <translation>Partes de la descarga</translation>
    </message>
    <message>
        <source>Nothing is kept after you close Handrail.</source>
        <translation>No se guarda nada cuando cierras Handrail.</translation>
    </message>
    <message>
        <source>Look around</source>
        <translation>Mirar la app</translation>
    </message>
    <message>
        <source>Locked on this device, with a key that only this device has.</source>
        <translation>Bajo llave en este dispositivo. Solo él tiene la llave.</translation>
    </message>
</context>
<context>
    <name>FlowFooter</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Enviando…</translation>
    </message>
</context>
<context>
    <name>FollowUpCard</name>
    <message>
        <source>How are you now?</source>
        <translation>¿Cómo estás ahora?</translation>
    </message>
    <message>
        <source>Okay for now</source>
        <translation>Bien por ahora</translation>
    </message>
    <message>
        <source>I’d like help</source>
        <translation>Quiero ayuda</translation>
    </message>
</context>
<context>
    <name>FormAnswersPage</name>
    <message>
        <source>Did something change? Your clinic sees both, the first answers and the new ones.</source>
        <translation>¿Cambió algo? Tu clínica ve las dos: las primeras respuestas y las nuevas.</translation>
    </message>
    <message>
        <source>Change my answers</source>
        <translation>Cambiar mis respuestas</translation>
    </message>
    <message>
        <source>Look at both</source>
        <translation>Ver las dos</translation>
    </message>
    <message>
        <source>Did something change?</source>
        <translation>¿Cambió algo?</translation>
    </message>
    <message>
        <source>Go on with your change</source>
        <translation>Seguir con tu cambio</translation>
    </message>
    <message>
        <source>Who can see it</source>
        <translation>Quién puede verlo</translation>
    </message>
    <message>
        <source>My care team can see this check-in</source>
        <translation>Mi equipo de atención puede ver este registro</translation>
    </message>
    <message>
        <source>It has left this device. Ask your clinic if you want it taken back.</source>
        <translation>Ya salió de este dispositivo. Si quieres que se retire, pídelo a tu clínica.</translation>
    </message>
</context>
<context>
    <name>FormField</name>
    <message>
        <source>Skipped</source>
        <translation>Sin responder</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1 horas</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 hora</translation>
    </message>
    <message>
        <source>Your clinic needs an answer here.</source>
        <translation>Tu clínica necesita una respuesta aquí.</translation>
    </message>
    <message>
        <source>This can be %1 or more.</source>
        <translation>Aquí va %1 o más.</translation>
    </message>
    <message>
        <source>This can be %1 or later.</source>
        <translation>Aquí va %1 o después.</translation>
    </message>
    <message>
        <source>This can be %1 or less.</source>
        <translation>Aquí va %1 o menos.</translation>
    </message>
    <message>
        <source>This can be %1 or earlier.</source>
        <translation>Aquí va %1 o antes.</translation>
    </message>
    <message>
        <source>Please write a whole number, like 3.</source>
        <translation>Escribe un número entero, como 3.</translation>
    </message>
    <message>
        <source>That is more exact than your clinic can take. Please leave out the last digits.</source>
        <translation>Es más exacto de lo que tu clínica puede tomar. Quita las últimas cifras.</translation>
    </message>
    <message numerus="yes">
        <source>This can be %n letter(s) long.</source>
        <translation>
            <numerusform>Aquí cabe %n letra.</numerusform>
            <numerusform>Aquí caben %n letras.</numerusform>
        </translation>
    </message>
    <message>
        <source>Please write it as a number, like 3 or 3.5.</source>
        <translation>Escríbelo como número, por ejemplo 3 o 3,5.</translation>
    </message>
    <message>
        <source>That can’t be read. Please write it like this: %1</source>
        <translation>No se puede leer. Escríbelo así: %1</translation>
    </message>
    <message numerus="yes">
        <source>Please give %n answer(s) or more.</source>
        <translation>
            <numerusform>Da %n respuesta o más.</numerusform>
            <numerusform>Da %n respuestas o más.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Please give %n answer(s) at most.</source>
        <translation>
            <numerusform>Da %n respuesta como máximo.</numerusform>
            <numerusform>Da %n respuestas como máximo.</numerusform>
        </translation>
    </message>
    <message>
        <source>One of these goes alone. Please pick that one, or the others.</source>
        <translation>Una de estas va sola. Elige esa, o las otras.</translation>
    </message>
    <message>
        <source>Please pick one of the answers.</source>
        <translation>Elige una de las respuestas.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Your clinic asks for this in another way. Please check what you wrote.</source>
        <translation>Tu clínica lo pide de otra forma. Revisa lo que escribiste, por favor.</translation>
    </message>
    <message>
        <source>Your clinic asks for this in another way. Please write it like this: %1</source>
        <translation>Tu clínica lo pide de otra forma. Escríbelo así, por favor: %1</translation>
    </message>
    <message>
        <source>This is too long to send. Please make it shorter.</source>
        <translation>Es demasiado largo para enviarlo. Acórtalo, por favor.</translation>
    </message>
    <message>
        <source>Please add AM or PM, like this: %1</source>
        <translation>Agrega a. m. o p. m., así: %1</translation>
    </message>
</context>
<context>
    <name>FormHeld</name>
    <message>
        <source>Another form is still open</source>
        <translation>Otro formulario sigue abierto</translation>
    </message>
    <message>
        <source>Open that form</source>
        <translation>Abrir ese formulario</translation>
    </message>
    <message>
        <source>This device could not save your last answer there. It may be full. Open that form and try again.</source>
        <translation>Este dispositivo no pudo guardar tu última respuesta ahí. Puede que esté lleno. Abre ese formulario e inténtalo otra vez.</translation>
    </message>
</context>
<context>
    <name>FormPage</name>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Más adelante</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Saltar</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Enviar de nuevo</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Send my change</source>
        <translation>Enviar mi cambio</translation>
    </message>
    <message>
        <source>Send mine</source>
        <translation>Enviar las mías</translation>
    </message>
</context>
<context>
    <name>FormQuestions</name>
    <message>
        <source>Clear my answer</source>
        <translation>Borrar mi respuesta</translation>
    </message>
    <message>
        <source>Finish later</source>
        <translation>Terminar después</translation>
    </message>
    <message>
        <source>Saved on this device after each answer</source>
        <translation>Se guarda en este dispositivo tras cada respuesta</translation>
    </message>
    <message>
        <source>This device could not save your last answer. It is still here while the app is open.</source>
        <translation>Este dispositivo no pudo guardar tu última respuesta. Sigue aquí mientras la app esté abierta.</translation>
    </message>
    <message>
        <source>After a tap the next question comes by itself.</source>
        <translation>Al tocar, la siguiente pregunta llega sola.</translation>
    </message>
    <message>
        <source>Clear my answers</source>
        <translation>Borrar mis respuestas</translation>
    </message>
</context>
<context>
    <name>FormReviewPage</name>
    <message>
        <source>Look before you send</source>
        <translation>Revisa antes de enviar</translation>
    </message>
    <message>
        <source>Tap an answer to change it. Skips are fine.</source>
        <translation>Toca una respuesta para cambiarla. Saltar está bien.</translation>
    </message>
    <message>
        <source>Your care team will see these. Your family can’t.</source>
        <translation>Tu equipo de atención verá esto. Tu familia no puede.</translation>
    </message>
    <message>
        <source>Your answers as they are now</source>
        <translation>Tus respuestas como están ahora</translation>
    </message>
    <message>
        <source>With your change</source>
        <translation>Con tu cambio</translation>
    </message>
    <message>
        <source>What you answered here</source>
        <translation>Lo que respondiste aquí</translation>
    </message>
    <message>
        <source>Your clinic keeps your answers as they are now. What you changed here was not sent. Removed, it can’t come back.</source>
        <translation>Tu clínica conserva tus respuestas como están ahora. Lo que cambiaste aquí no se envió. Si lo quitas, no se puede recuperar.</translation>
    </message>
    <message>
        <source>Your answers stay as they are now. What you answered here was not sent. Removed, it can’t come back.</source>
        <translation>Tus respuestas quedan como están ahora. Lo que respondiste aquí no se envió. Si lo quitas, no se puede recuperar.</translation>
    </message>
    <message>
        <source>Keep them as they are now</source>
        <translation>Dejarlas como están ahora</translation>
    </message>
    <message>
        <source>Remove what I changed</source>
        <translation>Quitar lo que cambié</translation>
    </message>
    <message>
        <source>Remove what I answered</source>
        <translation>Quitar lo que respondí</translation>
    </message>
    <message>
        <source>Your answers</source>
        <translation>Tus respuestas</translation>
    </message>
</context>
<context>
    <name>FormSent</name>
    <message>
        <source>Thank you</source>
        <translation>Gracias</translation>
    </message>
    <message>
        <source>Your team may not see this right away. In danger now, use Help now.</source>
        <translation>Tu equipo quizá no vea esto enseguida. Si hay peligro, usa Ayuda ya.</translation>
    </message>
</context>
<context>
    <name>FormTitle</name>
    <message>
        <source>Mood check</source>
        <translation>Chequeo de ánimo</translation>
    </message>
    <message>
        <source>Worry check</source>
        <translation>Chequeo de nervios</translation>
    </message>
    <message>
        <source>A form from your clinic</source>
        <translation>Un formulario de tu clínica</translation>
    </message>
    <message>
        <source>Daily check-in</source>
        <translation>Registro diario</translation>
    </message>
</context>
<context>
    <name>FormsCard</name>
    <message>
        <source>Forms</source>
        <translation>Formularios</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Start %1</source>
        <translation>Empezar %1</translation>
    </message>
    <message>
        <source>All forms</source>
        <translation>Todos los formularios</translation>
    </message>
</context>
<context>
    <name>FormsPage</name>
    <message>
        <source>Forms</source>
        <translation>Formularios</translation>
    </message>
    <message>
        <source>No forms right now</source>
        <translation>No hay formularios por ahora</translation>
    </message>
    <message>
        <source>When your clinic asks you something, it shows here.</source>
        <translation>Cuando tu clínica te pregunte algo, aparece aquí.</translation>
    </message>
    <message>
        <source>Nothing is due right now.</source>
        <translation>No hay nada pendiente por ahora.</translation>
    </message>
    <message>
        <source>Due now</source>
        <translation>Para ahora</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Más adelante</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Con respuesta</translation>
    </message>
    <message>
        <source>Show earlier</source>
        <translation>Mostrar lo anterior</translation>
    </message>
    <message>
        <source>Daily check-ins</source>
        <translation>Registros diarios</translation>
    </message>
</context>
<context>
    <name>FreeText</name>
    <message>
        <source>Write if you like</source>
        <translation>Escribe si quieres</translation>
    </message>
    <message>
        <source>%1, answer %2</source>
        <translation>%1, respuesta %2</translation>
    </message>
    <message>
        <source>Add another answer</source>
        <translation>Agregar otra respuesta</translation>
    </message>
</context>
<context>
    <name>GoalCard</name>
    <message>
        <source>Done: %1</source>
        <translation>Hecho: %1</translation>
    </message>
    <message>
        <source>To do: %1</source>
        <translation>Por hacer: %1</translation>
    </message>
    <message>
        <source>You told your team. %1</source>
        <translation>Se lo dijiste a tu equipo. %1</translation>
    </message>
    <message>
        <source>I don’t understand</source>
        <translation>No lo entiendo</translation>
    </message>
    <message>
        <source>I don’t understand: %1</source>
        <translation>No lo entiendo: %1</translation>
    </message>
    <message>
        <source>I don’t agree</source>
        <translation>No lo veo así</translation>
    </message>
    <message>
        <source>I don’t agree: %1</source>
        <translation>No lo veo así: %1</translation>
    </message>
</context>
<context>
    <name>GoodToKnow</name>
    <message>
        <source>Good to know</source>
        <translation>Es bueno saberlo</translation>
    </message>
    <message>
        <source>The wait goes on.</source>
        <translation>La espera sigue.</translation>
    </message>
    <message>
        <source>The exercise is paused.</source>
        <translation>El ejercicio está en pausa.</translation>
    </message>
</context>
<context>
    <name>GridField</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>HeldText</name>
    <message>
        <source>your sessions</source>
        <translation>tus sesiones</translation>
    </message>
    <message>
        <source>your check-ins and forms</source>
        <translation>tus registros y formularios</translation>
    </message>
    <message>
        <source>the results of your check-ins and forms</source>
        <translation>los resultados de tus registros y formularios</translation>
    </message>
    <message>
        <source>your messages</source>
        <translation>tus mensajes</translation>
    </message>
    <message>
        <source>your plan</source>
        <translation>tu plan</translation>
    </message>
    <message>
        <source>your medicine</source>
        <translation>tu medicina</translation>
    </message>
    <message>
        <source>what your clinic asked you for</source>
        <translation>lo que tu clínica te pidió</translation>
    </message>
    <message>
        <source>who is in your care team</source>
        <translation>quién está en tu equipo de atención</translation>
    </message>
    <message>
        <source>what you share</source>
        <translation>lo que compartes</translation>
    </message>
    <message>
        <source>your relatives’ details</source>
        <translation>los datos de tus familiares</translation>
    </message>
    <message>
        <source>your name and details</source>
        <translation>tu nombre y tus datos</translation>
    </message>
    <message>
        <source>the notes that need a look</source>
        <translation>las notas que hay que mirar</translation>
    </message>
    <message>
        <source>your papers</source>
        <translation>tus documentos</translation>
    </message>
    <message>
        <source>who looked</source>
        <translation>quién miró</translation>
    </message>
    <message>
        <source>your records</source>
        <translation>tus registros de la clínica</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sesiones</translation>
    </message>
    <message>
        <source>What you said about coming</source>
        <translation>Lo que dijiste sobre ir</translation>
    </message>
    <message>
        <source>Check-ins and forms you sent</source>
        <translation>Registros y formularios que enviaste</translation>
    </message>
    <message>
        <source>Questions of forms</source>
        <translation>Preguntas de formularios</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>News from your clinic</source>
        <translation>Noticias de tu clínica</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>Planes</translation>
    </message>
    <message>
        <source>Goals</source>
        <translation>Metas</translation>
    </message>
    <message>
        <source>Levels of care</source>
        <translation>Niveles de atención</translation>
    </message>
    <message>
        <source>Care teams</source>
        <translation>Equipos de atención</translation>
    </message>
    <message>
        <source>Medicine</source>
        <translation>Medicina</translation>
    </message>
    <message>
        <source>Medicine you marked</source>
        <translation>Medicina que marcaste</translation>
    </message>
    <message>
        <source>What your clinic asked for</source>
        <translation>Lo que tu clínica pidió</translation>
    </message>
    <message>
        <source>What you signed to share</source>
        <translation>Lo que firmaste para compartir</translation>
    </message>
    <message>
        <source>Relatives</source>
        <translation>Familiares</translation>
    </message>
    <message>
        <source>Your name and details</source>
        <translation>Tu nombre y tus datos</translation>
    </message>
    <message>
        <source>Clinics</source>
        <translation>Clínicas</translation>
    </message>
    <message>
        <source>Other records</source>
        <translation>Otros registros</translation>
    </message>
    <message>
        <source>A worksheet, list or checklist</source>
        <translation>Una hoja, una lista o una lista de control</translation>
    </message>
    <message>
        <source>My safety plan</source>
        <translation>Mi plan de seguridad</translation>
    </message>
    <message>
        <source>My people</source>
        <translation>Mis personas</translation>
    </message>
    <message>
        <source>Days I marked</source>
        <translation>Días que marqué</translation>
    </message>
    <message>
        <source>Skills I used</source>
        <translation>Técnicas que usé</translation>
    </message>
    <message>
        <source>Lessons I read</source>
        <translation>Lecciones que leí</translation>
    </message>
    <message>
        <source>How I get there</source>
        <translation>Cómo llego</translation>
    </message>
    <message>
        <source>Something I began</source>
        <translation>Algo que empecé</translation>
    </message>
    <message>
        <source>Who looked, as last seen</source>
        <translation>Quién miró, según lo último visto</translation>
    </message>
    <message>
        <source>What became of an answer about safety</source>
        <translation>Qué pasó con una respuesta sobre seguridad</translation>
    </message>
    <message>
        <source>What I read of messages</source>
        <translation>Lo que leí de los mensajes</translation>
    </message>
    <message>
        <source>Reminders that came</source>
        <translation>Recordatorios que llegaron</translation>
    </message>
    <message>
        <source>Kept on this device</source>
        <translation>Guardado en este dispositivo</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviado</translation>
    </message>
    <message>
        <source>Kept to myself</source>
        <translation>Lo guardé para mí</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Sin enviar</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a name, and what that person does</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Somebody you share with</source>
        <translation>Alguien con quien compartes</translation>
    </message>
    <message>
        <source>A program of your clinic</source>
        <translation>Un programa informático de tu clínica</translation>
    </message>
    <message>
        <source>Somebody at your clinic</source>
        <translation>Alguien de tu clínica</translation>
    </message>
    <message>
        <source>Somebody your clinic does not name</source>
        <translation>Alguien que tu clínica no nombra</translation>
    </message>
    <message>
        <source>Wrote in: %1</source>
        <comment>what was changed</comment>
        <translation>Escribió en: %1</translation>
    </message>
    <message>
        <source>Took something out of: %1</source>
        <translation>Quitó algo de: %1</translation>
    </message>
    <message>
        <source>Looked at: %1</source>
        <translation>Miró: %1</translation>
    </message>
    <message>
        <source>%1, %2 times</source>
        <comment>what somebody did, and how often</comment>
        <translation>%1, %2 veces</translation>
    </message>
    <message>
        <source>Places</source>
        <comment>where sessions are</comment>
        <translation>Lugares</translation>
    </message>
    <message>
        <source>what is shared with them</source>
        <translation>lo que se comparte con esa persona</translation>
    </message>
    <message>
        <source>Video sessions I joined, and how they were</source>
        <translation>Sesiones por video a las que entré, y cómo me fue</translation>
    </message>
    <message>
        <source>a check-in</source>
        <comment>begun and not finished</comment>
        <translation>un registro</translation>
    </message>
    <message>
        <source>a form</source>
        <comment>begun and not finished</comment>
        <translation>un formulario</translation>
    </message>
    <message>
        <source>a message</source>
        <comment>begun and not finished</comment>
        <translation>un mensaje</translation>
    </message>
    <message>
        <source>an invitation</source>
        <comment>begun and not finished</comment>
        <translation>una invitación</translation>
    </message>
    <message numerus="yes">
        <source>%n check-in(s) that only you can see</source>
        <translation>
            <numerusform>%n registro que solo tú puedes ver</numerusform>
            <numerusform>%n registros que solo tú puedes ver</numerusform>
        </translation>
    </message>
    <message>
        <source>your safety plan</source>
        <translation>tu plan de seguridad</translation>
    </message>
    <message>
        <source>your people</source>
        <translation>tus personas</translation>
    </message>
    <message>
        <source>your worksheets and lists</source>
        <translation>tus hojas y listas</translation>
    </message>
    <message>
        <source>the days you marked</source>
        <translation>los días que marcaste</translation>
    </message>
    <message>
        <source>the skills you used</source>
        <translation>las técnicas que usaste</translation>
    </message>
    <message>
        <source>where you are in lessons</source>
        <translation>por dónde vas en las lecciones</translation>
    </message>
    <message>
        <source>how you get to sessions</source>
        <translation>cómo llegas a las sesiones</translation>
    </message>
    <message>
        <source>your clinic’s name and places</source>
        <translation>el nombre y los lugares de tu clínica</translation>
    </message>
    <message>
        <source>their own name and details</source>
        <translation>su propio nombre y sus datos</translation>
    </message>
    <message>
        <source>Names of medicine</source>
        <translation>Nombres de medicinas</translation>
    </message>
    <message>
        <source>Notes from your clinic</source>
        <translation>Notas de tu clínica</translation>
    </message>
    <message>
        <source>Kept here. Your clinic does not have it</source>
        <translation>Guardado aquí. Tu clínica no lo tiene</translation>
    </message>
</context>
<context>
    <name>HelpCard</name>
    <message>
        <source>Open Help now</source>
        <translation>Abrir Ayuda ya</translation>
    </message>
    <message>
        <source>People answer day and night</source>
        <translation>Hay gente que contesta de día y de noche</translation>
    </message>
</context>
<context>
    <name>HelpCircle</name>
    <message>
        <source>Help now</source>
        <translation>Ayuda ya</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>Tecla %1</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>See steps</source>
        <translation>Ver los pasos</translation>
    </message>
    <message>
        <source>More lines</source>
        <translation>Más líneas de ayuda</translation>
    </message>
    <message>
        <source>Your clinic’s own number comes here after your first sign-in.</source>
        <translation>El número de tu clínica aparece aquí después de entrar por primera vez.</translation>
    </message>
</context>
<context>
    <name>HelpPill</name>
    <message>
        <source>Help now</source>
        <translation>Ayuda ya</translation>
    </message>
</context>
<context>
    <name>HourStepper</name>
    <message>
        <source>hours</source>
        <translation>horas</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Nothing is picked yet</source>
        <translation>Todavía no eliges nada</translation>
    </message>
    <message>
        <source>Half an hour less</source>
        <translation>Media hora menos</translation>
    </message>
    <message>
        <source>Half an hour more</source>
        <translation>Media hora más</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Menos</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
</context>
<context>
    <name>HowItWas</name>
    <message>
        <source>How it was: %1</source>
        <translation>Cómo te fue: %1</translation>
    </message>
    <message>
        <source>Only on this device. Nobody else sees it.</source>
        <translation>Solo en este dispositivo. Nadie más lo ve.</translation>
    </message>
    <message>
        <source>Remove what I said</source>
        <translation>Quitar lo que dije</translation>
    </message>
    <message>
        <source>Remove what I said of %1</source>
        <translation>Quitar lo que dije de %1</translation>
    </message>
</context>
<context>
    <name>HowWasItCard</name>
    <message>
        <source>How was it?</source>
        <translation>¿Cómo te fue?</translation>
    </message>
    <message>
        <source>Only on this device. Nobody else sees it.</source>
        <translation>Solo en este dispositivo. Nadie más lo ve.</translation>
    </message>
    <message>
        <source>Say how it was</source>
        <translation>Decir cómo me fue</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Saltar</translation>
    </message>
</context>
<context>
    <name>HowWasItPage</name>
    <message>
        <source>How was it?</source>
        <translation>¿Cómo te fue?</translation>
    </message>
    <message>
        <source>Only on this device. Nobody else sees it.</source>
        <translation>Solo en este dispositivo. Nadie más lo ve.</translation>
    </message>
    <message>
        <source>Clear my answer</source>
        <translation>Borrar mi respuesta</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Saltar</translation>
    </message>
</context>
<context>
    <name>HrButton</name>
    <message>
        <source>Working…</source>
        <translation>Un momento…</translation>
    </message>
</context>
<context>
    <name>InvitationClosed</name>
    <message>
        <source>This invitation is closed</source>
        <translation>Esta invitación está cerrada</translation>
    </message>
    <message>
        <source>It may be old or used before, or the code does not match. You can ask the person for a new one.</source>
        <translation>Puede ser antigua o ya usada, o el código no coincide. Puedes pedir una nueva a la persona.</translation>
    </message>
    <message>
        <source>Try another code</source>
        <translation>Probar otro código</translation>
    </message>
    <message>
        <source>Use another link</source>
        <translation>Usar otro enlace</translation>
    </message>
    <message>
        <source>Read: how families can help</source>
        <translation>Leer: cómo puede ayudar la familia</translation>
    </message>
    <message>
        <source>Did you make a sign-in with it? Close this page and sign in.</source>
        <translation>¿Creaste tu acceso con él? Cierra esta página y entra con tu acceso.</translation>
    </message>
    <message>
        <source>Did you make a sign-in with it? Close this page, type the address of that clinic, and sign in.</source>
        <translation>¿Creaste tu acceso con él? Cierra esta página, escribe la dirección de esa clínica y entra con tu acceso.</translation>
    </message>
</context>
<context>
    <name>InvitationCode</name>
    <message>
        <source>You have an invitation</source>
        <translation>Tienes una invitación</translation>
    </message>
    <message>
        <source>Someone would like you beside them. Ask them for the code.</source>
        <translation>Alguien quiere tenerte a su lado. Pídele el código.</translation>
    </message>
    <message>
        <source>Your code</source>
        <translation>Tu código</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>What happens next</source>
        <translation>Qué pasa después</translation>
    </message>
    <message>
        <source>You make your own sign-in</source>
        <translation>Creas tu propio acceso</translation>
    </message>
    <message>
        <source>You see only what they chose to share</source>
        <translation>Ves solo lo que eligió compartir</translation>
    </message>
    <message>
        <source>You can say no, or stop at any time</source>
        <translation>Puedes decir que no, o parar cuando quieras</translation>
    </message>
    <message>
        <source>Not for you? Just close this page.</source>
        <translation>¿No es para ti? Solo cierra esta página.</translation>
    </message>
</context>
<context>
    <name>InvitationLink</name>
    <message>
        <source>Your invitation</source>
        <translation>Tu invitación</translation>
    </message>
    <message>
        <source>You got a message with a link. Paste the link here, or the whole message.</source>
        <translation>Recibiste un mensaje con un enlace. Pega aquí el enlace, o el mensaje entero.</translation>
    </message>
    <message>
        <source>The link</source>
        <translation>El enlace</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>First paste the link.</source>
        <translation>Primero pega el enlace.</translation>
    </message>
</context>
<context>
    <name>InvitationPage</name>
    <message>
        <source>Language: %1. Change</source>
        <translation>Idioma: %1. Cambiar</translation>
    </message>
</context>
<context>
    <name>InvitationQuestion</name>
    <message>
        <source>Accept it on this device?</source>
        <translation>¿Aceptarla en este dispositivo?</translation>
    </message>
    <message>
        <source>The app then opens for whoever accepts. What is saved here stays locked and apart. It is there after the next sign-in.</source>
        <translation>La app se abre entonces para quien acepta. Lo guardado aquí queda cerrado y aparte. Estará ahí al volver a entrar.</translation>
    </message>
    <message>
        <source>Accept it here</source>
        <translation>Aceptarla aquí</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
</context>
<context>
    <name>InviteCode</name>
    <message>
        <source>Invitation for %1</source>
        <translation>Invitación para %1</translation>
    </message>
    <message>
        <source>Send the link. Say the code out loud, not by text.</source>
        <translation>Envía el enlace. Di el código en voz alta, no por mensaje.</translation>
    </message>
    <message>
        <source>The link as a picture for a phone’s camera</source>
        <translation>El enlace como imagen para la cámara de un teléfono</translation>
    </message>
    <message>
        <source>The code: %1</source>
        <translation>El código: %1</translation>
    </message>
    <message>
        <source>This is all the message says</source>
        <translation>El mensaje solo dice esto</translation>
    </message>
    <message>
        <source>Send link</source>
        <translation>Enviar enlace</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>The code is not kept here. You can make a new one until it is used.</source>
        <translation>El código no se guarda aquí. Puedes hacer otro hasta que se use.</translation>
    </message>
    <message>
        <source>The link</source>
        <translation>El enlace</translation>
    </message>
    <message>
        <source>No name, no reason. The link holds your clinic’s web address, but not in plain letters.</source>
        <translation>Sin nombre y sin motivo. El enlace lleva la dirección web de tu clínica, pero no a simple vista.</translation>
    </message>
    <message>
        <source>Write the code down first. If you make a new one, this link stops.</source>
        <translation>Anota primero el código. Si haces uno nuevo, este enlace deja de servir.</translation>
    </message>
    <message>
        <source>Cancel the invitation</source>
        <translation>Cancelar la invitación</translation>
    </message>
</context>
<context>
    <name>InvitePage</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>I agree</source>
        <translation>Acepto</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Preguntando…</translation>
    </message>
    <message>
        <source>Cancel the invitation for %1?</source>
        <translation>¿Cancelar la invitación para %1?</translation>
    </message>
    <message>
        <source>What you signed ends. Your clinic is told.</source>
        <translation>Lo que firmaste termina. Tu clínica lo sabrá.</translation>
    </message>
    <message>
        <source>The link and the code stop working. What you signed ends. Your clinic is told.</source>
        <translation>El enlace y el código dejan de servir. Lo que firmaste termina. Tu clínica lo sabrá.</translation>
    </message>
    <message>
        <source>Cancel it now</source>
        <translation>Cancelar ahora</translation>
    </message>
</context>
<context>
    <name>InvitePermission</name>
    <message>
        <source>%1: %2. %3</source>
        <translation>%1: %2. %3</translation>
    </message>
    <message>
        <source>Read the full notice</source>
        <translation>Leer el aviso completo</translation>
    </message>
    <message>
        <source>Type your name to sign</source>
        <translation>Escribe tu nombre para firmar</translation>
    </message>
    <message>
        <source>Signed on %1. Your typed name counts as your signature.</source>
        <translation>Firmado el %1. Tu nombre escrito vale como firma.</translation>
    </message>
</context>
<context>
    <name>InviteRow</name>
    <message>
        <source>Invite somebody to this session</source>
        <translation>Invitar a alguien a esta sesión</translation>
    </message>
    <message>
        <source>You choose what they see, and until when.</source>
        <translation>Tú eliges qué ve y hasta cuándo.</translation>
    </message>
    <message>
        <source>Your permission ends before this session.</source>
        <translation>Tu permiso termina antes de esta sesión.</translation>
    </message>
</context>
<context>
    <name>InviteTold</name>
    <message>
        <source>Your clinic signs first</source>
        <translation>Primero firma tu clínica</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>Invitación</translation>
    </message>
    <message>
        <source>Invitation for %1</source>
        <translation>Invitación para %1</translation>
    </message>
    <message>
        <source>Asking your clinic…</source>
        <translation>Consultando a tu clínica…</translation>
    </message>
    <message>
        <source>You signed. Your clinic signs too, before anything is shared. Then open %1 in “People I share with” and make the code.</source>
        <translation>Ya firmaste. Tu clínica también firma antes de que se comparta algo. Luego abre %1 en “Personas con quienes comparto” y haz el código.</translation>
    </message>
    <message>
        <source>You signed this, and no answer has come yet. Try again. It stays one invitation.</source>
        <translation>Firmaste esto y aún no hay respuesta. Inténtalo otra vez. Sigue siendo una sola invitación.</translation>
    </message>
    <message>
        <source>Call your clinic</source>
        <translation>Llamar a tu clínica</translation>
    </message>
    <message>
        <source>Don’t send it</source>
        <translation>No enviarla</translation>
    </message>
    <message>
        <source>Cancel the invitation</source>
        <translation>Cancelar la invitación</translation>
    </message>
</context>
<context>
    <name>InviteWho</name>
    <message>
        <source>Who do you want to invite?</source>
        <translation>¿A quién quieres invitar?</translation>
    </message>
    <message>
        <source>They will know you are in this program. You can stop sharing at any time.</source>
        <translation>Sabrá que estás en este programa. Puedes dejar de compartir cuando quieras.</translation>
    </message>
    <message>
        <source>Their first and last name</source>
        <translation>Su nombre y apellido</translation>
    </message>
    <message>
        <source>In your own words, if you like</source>
        <translation>Con tus palabras, si quieres</translation>
    </message>
    <message>
        <source>my sister</source>
        <translation>mi hermana</translation>
    </message>
    <message>
        <source>What they will see</source>
        <translation>Lo que verá</translation>
    </message>
    <message>
        <source>What %1 will see</source>
        <translation>Lo que verá %1</translation>
    </message>
    <message>
        <source>Family session times</source>
        <translation>Horas de las sesiones familiares</translation>
    </message>
    <message>
        <source>One family session</source>
        <translation>Una sesión familiar</translation>
    </message>
    <message>
        <source>With the place, who leads it, and the link to join</source>
        <translation>Con el lugar, quién la dirige y el enlace para entrar</translation>
    </message>
    <message>
        <source>%1, %2. Always</source>
        <translation>%1, %2. Siempre</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Siempre</translation>
    </message>
    <message>
        <source>When I am busy</source>
        <translation>Cuándo no estoy libre</translation>
    </message>
    <message>
        <source>“Busy 6–9 pm”, nothing more</source>
        <translation>“No libre de 6 a 9 pm”, nada más</translation>
    </message>
    <message>
        <source>If I came to a session</source>
        <translation>Si fui a una sesión</translation>
    </message>
    <message>
        <source>The day, and yes or no</source>
        <translation>El día, y sí o no</translation>
    </message>
    <message>
        <source>Until when</source>
        <translation>Hasta cuándo</translation>
    </message>
</context>
<context>
    <name>KeepCard</name>
    <message>
        <source>This skill</source>
        <translation>Esta técnica</translation>
    </message>
    <message>
        <source>Favorite</source>
        <translation>Favorita</translation>
    </message>
    <message>
        <source>Save as a favorite</source>
        <translation>Guardar como favorita</translation>
    </message>
    <message>
        <source>Hide this skill</source>
        <translation>Ocultar esta técnica</translation>
    </message>
    <message>
        <source>It is not offered any more. You can show it again.</source>
        <translation>Ya no se ofrece. Puedes mostrarla otra vez.</translation>
    </message>
</context>
<context>
    <name>KeyUnavailablePage</name>
    <message>
        <source>Your records are safe</source>
        <translation>Tu expediente está a salvo</translation>
    </message>
    <message>
        <source>On this device</source>
        <translation>En este dispositivo</translation>
    </message>
    <message>
        <source>Locked. Nobody can read it.</source>
        <translation>Bajo llave. Nadie puede leerlo.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Stuck? Call %1</source>
        <translation>¿Necesitas ayuda? Llama al %1</translation>
    </message>
    <message>
        <source>It stays locked here until its key is back, or for 30 days after you sign in.</source>
        <translation>Queda bajo llave aquí hasta que vuelva su llave, o 30 días después de que entres.</translation>
    </message>
    <message>
        <source>Waiting for your device’s secure storage</source>
        <translation>Esperando el lugar seguro de tu dispositivo</translation>
    </message>
    <message>
        <source>Start Handrail with your clinic’s address first.</source>
        <translation>Primero abre Handrail con la dirección web de tu clínica.</translation>
    </message>
    <message>
        <source>At your clinic</source>
        <translation>En tu clínica</translation>
    </message>
    <message>
        <source>Sign in with your clinic</source>
        <translation>Entrar con tu clínica</translation>
    </message>
    <message>
        <source>What was not sent, and what you made here</source>
        <translation>Lo que no se envió y lo que hiciste aquí</translation>
    </message>
</context>
<context>
    <name>LanguageSheet</name>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
</context>
<context>
    <name>LearnCard</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Your clinic can hear when you are done. You choose at the end.</source>
        <translation>Tu clínica puede enterarse cuando terminas. Tú eliges al final.</translation>
    </message>
</context>
<context>
    <name>LearnPage</name>
    <message>
        <source>Lessons</source>
        <translation>Lecciones</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>Aprender</translation>
    </message>
    <message>
        <source>See your sessions</source>
        <translation>Ver tus sesiones</translation>
    </message>
    <message>
        <source>See your schedule</source>
        <translation>Ver tu agenda</translation>
    </message>
    <message>
        <source>For now, bring your questions to your next session.</source>
        <translation>Por ahora, lleva tus preguntas a tu próxima sesión.</translation>
    </message>
    <message>
        <source>Also for you</source>
        <translation>También para ti</translation>
    </message>
    <message>
        <source>For families</source>
        <translation>Para familias</translation>
    </message>
    <message>
        <source>All lessons</source>
        <translation>Todas las lecciones</translation>
    </message>
    <message>
        <source>Lessons work with no internet.</source>
        <translation>Las lecciones funcionan sin internet.</translation>
    </message>
    <message>
        <source>No lessons right now</source>
        <translation>No hay lecciones por ahora</translation>
    </message>
    <message>
        <source>%1 Your clinic can hear when you are done. You choose at the end.</source>
        <translation>%1 Tu clínica puede enterarse cuando terminas. Tú eliges al final.</translation>
    </message>
    <message>
        <source>Search lessons and skills</source>
        <translation>Buscar lecciones y técnicas</translation>
    </message>
</context>
<context>
    <name>LessonCard</name>
    <message>
        <source>Quiz: %1</source>
        <translation>Preguntas: %1</translation>
    </message>
</context>
<context>
    <name>LessonEnd</name>
    <message>
        <source>That was the quiz</source>
        <translation>Esas eran las preguntas</translation>
    </message>
    <message>
        <source>You read it all</source>
        <translation>La leíste completa</translation>
    </message>
    <message>
        <source>You can do it again at any time. Nobody sees your answers.</source>
        <translation>Puedes repetirlas cuando quieras. Nadie ve tus respuestas.</translation>
    </message>
    <message>
        <source>“%1” is done. You can read it again at any time.</source>
        <translation>Terminaste “%1”. Puedes leerla otra vez cuando quieras.</translation>
    </message>
    <message>
        <source>What you can do now</source>
        <translation>Lo que puedes hacer ahora</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>Repetir</translation>
    </message>
    <message>
        <source>Read it again</source>
        <translation>Leer otra vez</translation>
    </message>
</context>
<context>
    <name>LessonPage</name>
    <message>
        <source>Close. Your place is kept.</source>
        <translation>Cerrar. Tu lugar queda guardado.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Dejar de leer</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Leer en voz alta</translation>
    </message>
    <message>
        <source>This lesson is not here now</source>
        <translation>Esta lección no está aquí ahora</translation>
    </message>
    <message>
        <source>It may come back, or have a new name. What you have read stays kept.</source>
        <translation>Puede volver, o tener otro nombre. Lo que leíste queda guardado.</translation>
    </message>
    <message>
        <source>See all lessons</source>
        <translation>Ver todas las lecciones</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Terminar</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
</context>
<context>
    <name>LetterSheet</name>
    <message>
        <source>%1, a day earlier</source>
        <translation>%1, un día antes</translation>
    </message>
    <message>
        <source>%1, a day later</source>
        <translation>%1, un día después</translation>
    </message>
    <message>
        <source>A letter for work or school</source>
        <translation>Una carta para el trabajo o la escuela</translation>
    </message>
    <message>
        <source>It says that you had appointments. It does not say what for.</source>
        <translation>Dice que tuviste citas. No dice para qué.</translation>
    </message>
    <message>
        <source>Ask for the letter</source>
        <translation>Pedir la carta</translation>
    </message>
    <message>
        <source>For work</source>
        <translation>Para el trabajo</translation>
    </message>
    <message>
        <source>For school</source>
        <translation>Para la escuela</translation>
    </message>
    <message>
        <source>For somebody else</source>
        <translation>Para otra persona</translation>
    </message>
    <message>
        <source>For which days</source>
        <translation>Para qué días</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Hasta</translation>
    </message>
</context>
<context>
    <name>LevelsCard</name>
    <message>
        <source>Live-in care</source>
        <translation>Vivir en el centro</translation>
    </message>
    <message>
        <source>24 hours a day</source>
        <translation>24 horas al día</translation>
    </message>
    <message>
        <source>7 days a week</source>
        <translation>7 días por semana</translation>
    </message>
    <message>
        <source>You stay and sleep there.</source>
        <translation>Te quedas y duermes allí.</translation>
    </message>
    <message>
        <source>Day program</source>
        <translation>Programa de día</translation>
    </message>
    <message>
        <source>20 hours a week or more</source>
        <translation>20 horas por semana o más</translation>
    </message>
    <message>
        <source>often 5 days a week</source>
        <translation>muchas veces 5 días por semana</translation>
    </message>
    <message>
        <source>Most of the day, home at night.</source>
        <translation>Casi todo el día, en casa de noche.</translation>
    </message>
    <message>
        <source>IOP</source>
        <translation>IOP</translation>
    </message>
    <message>
        <source>9 to 19 hours a week</source>
        <translation>de 9 a 19 horas por semana</translation>
    </message>
    <message>
        <source>often 3 days a week</source>
        <translation>muchas veces 3 días por semana</translation>
    </message>
    <message>
        <source>Keep work, school or family.</source>
        <translation>Sigues con trabajo, escuela o familia.</translation>
    </message>
    <message>
        <source>Weekly care</source>
        <translation>Atención semanal</translation>
    </message>
    <message>
        <source>under 9 hours a week</source>
        <translation>menos de 9 horas por semana</translation>
    </message>
    <message>
        <source>often 1 day a week</source>
        <translation>muchas veces 1 día por semana</translation>
    </message>
    <message>
        <source>One visit or group.</source>
        <translation>Una visita o un grupo.</translation>
    </message>
    <message>
        <source>Four levels of care, from the most to the least. IOP is the third.</source>
        <translation>Cuatro niveles de atención, de más a menos. El IOP es el tercero.</translation>
    </message>
    <message>
        <source>%1: %2, %3. %4</source>
        <translation>%1: %2, %3. %4</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>These are the usual hours. Your clinic may differ. Each mark is one day of the week.</source>
        <translation>Son las horas de costumbre. En tu clínica pueden ser otras. Cada marca es un día de la semana.</translation>
    </message>
</context>
<context>
    <name>LinesField</name>
    <message>
        <source>%1, line %2</source>
        <translation>%1, línea %2</translation>
    </message>
</context>
<context>
    <name>LinkSheet</name>
    <message>
        <source>A link asked for this. If you did not tap one, choose “Not now”.</source>
        <translation>Lo pidió un enlace. Si no tocaste ninguno, elige «Ahora no».</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
</context>
<context>
    <name>ListBody</name>
    <message>
        <source>One for now</source>
        <translation>Una para ahora</translation>
    </message>
    <message>
        <source>When?</source>
        <translation>¿Cuándo?</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
</context>
<context>
    <name>ListRow</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>LockPage</name>
    <message>
        <source>Forgot your PIN?</source>
        <translation>¿Olvidaste tu PIN?</translation>
    </message>
    <message>
        <source>Sign in with your clinic</source>
        <translation>Entrar con tu clínica</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Start Handrail with your clinic’s address first.</source>
        <translation>Primero abre Handrail con la dirección web de tu clínica.</translation>
    </message>
    <message>
        <source>Go on without the PIN</source>
        <translation>Seguir sin el PIN</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un momento…</translation>
    </message>
    <message>
        <source>This device could not save some answers. They stay here while the app is open.</source>
        <translation>Este dispositivo no pudo guardar algunas respuestas. Siguen aquí mientras la app esté abierta.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
</context>
<context>
    <name>LockRows</name>
    <message>
        <source>Keep it private</source>
        <translation>Que sea privado</translation>
    </message>
    <message>
        <source>App lock</source>
        <translation>Bloqueo de la app</translation>
    </message>
    <message>
        <source>Lock after</source>
        <translation>Bloquear después de</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>Fingerprint or face</source>
        <translation>Huella o rostro</translation>
    </message>
    <message>
        <source>Unlocks as well as the PIN</source>
        <translation>Desbloquea igual que el PIN</translation>
    </message>
    <message>
        <source>Change PIN</source>
        <translation>Cambiar el PIN</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Bloquear ahora</translation>
    </message>
    <message>
        <source>Or press Ctrl+L</source>
        <translation>O pulsa Ctrl+L</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Al instante</translation>
    </message>
    <message>
        <source>You remember your old PIN?</source>
        <translation>¿Recuerdas tu PIN anterior?</translation>
    </message>
    <message>
        <source>What was behind your old PIN is back</source>
        <translation>Lo que estaba tras tu PIN anterior ha vuelto</translation>
    </message>
</context>
<context>
    <name>LockScreenPage</name>
    <message>
        <source>On the lock screen</source>
        <translation>En la pantalla de bloqueo</translation>
    </message>
    <message>
        <source>Help now can show your people and your own words without the PIN.</source>
        <translation>Ayuda ya puede mostrar a tus personas y tus palabras sin el PIN.</translation>
    </message>
    <message>
        <source>Anyone who picks up this device can read it.</source>
        <translation>Quien tome este dispositivo puede leerlo.</translation>
    </message>
    <message>
        <source>It never says the name of your clinic. Look at your own words before you show them.</source>
        <translation>Nunca dice el nombre de tu clínica. Mira tus palabras antes de mostrarlas.</translation>
    </message>
    <message>
        <source>Set a PIN first</source>
        <translation>Primero pon un PIN</translation>
    </message>
    <message>
        <source>Show on the lock screen</source>
        <translation>Mostrar en la pantalla de bloqueo</translation>
    </message>
    <message>
        <source>What it shows</source>
        <translation>Lo que muestra</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>Mostrar %1</translation>
    </message>
    <message>
        <source>There is nothing to show yet. Add a person, or write your plan.</source>
        <translation>Todavía no hay nada que mostrar. Añade a una persona o escribe tu plan.</translation>
    </message>
</context>
<context>
    <name>LoopbackListener</name>
    <message>
        <source>You can go back to Handrail now.</source>
        <translation>Ya puedes volver a Handrail.</translation>
    </message>
    <message>
        <source>You are not signed in. You can go back to Handrail.</source>
        <translation>No entraste a tu cuenta. Puedes volver a Handrail.</translation>
    </message>
    <message>
        <source>This page is from another sign-in. Go back to Handrail and try again.</source>
        <translation>Esta página es de otro intento de entrar. Vuelve a Handrail e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>There is nothing here. You can close this page.</source>
        <translation>Aquí no hay nada. Puedes cerrar esta página.</translation>
    </message>
</context>
<context>
    <name>MadePage</name>
    <message>
        <source>What I made</source>
        <translation>Lo que hice</translation>
    </message>
    <message>
        <source>Only you see this, unless you bring it to a session.</source>
        <translation>Solo tú ves esto, a menos que lo lleves a una sesión.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) can’t be read any more. It is not something you did.</source>
        <translation>
            <numerusform>%n cosa ya no se puede leer. No es por algo que hiciste.</numerusform>
            <numerusform>%n cosas ya no se pueden leer. No es por algo que hiciste.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Aún no hay nada</translation>
    </message>
    <message>
        <source>What you write in a skill is kept here.</source>
        <translation>Lo que escribes en una técnica se guarda aquí.</translation>
    </message>
    <message>
        <source>See skills</source>
        <translation>Ver las técnicas</translation>
    </message>
    <message>
        <source>Delete: %1</source>
        <translation>Borrar: %1</translation>
    </message>
    <message>
        <source>Delete what can’t be read</source>
        <translation>Borrar lo que no se puede leer</translation>
    </message>
    <message>
        <source>Delete what can’t be read?</source>
        <translation>¿Borrar lo que no se puede leer?</translation>
    </message>
    <message>
        <source>You can’t get it back.</source>
        <translation>No se puede recuperar.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Borrar</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Handrail</source>
        <translation>Handrail</translation>
    </message>
</context>
<context>
    <name>MarkSheet</name>
    <message>
        <source>A day I took care of myself</source>
        <translation>Un día en que me cuidé</translation>
    </message>
    <message>
        <source>Only you see it. It is not sent, and no other day changes it.</source>
        <translation>Solo tú lo ves. No se envía, y ningún otro día lo cambia.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>The day before</source>
        <translation>El día anterior</translation>
    </message>
    <message>
        <source>The day after</source>
        <translation>El día siguiente</translation>
    </message>
    <message>
        <source>A word of your own, or none</source>
        <translation>Una palabra tuya, o ninguna</translation>
    </message>
    <message>
        <source>Take the mark away</source>
        <translation>Quitar la marca</translation>
    </message>
</context>
<context>
    <name>MarksCard</name>
    <message>
        <source>Days I took care of myself</source>
        <translation>Días en que me cuidé</translation>
    </message>
    <message>
        <source>Mark a day, with a star or a word of your own.</source>
        <translation>Marca un día, con una estrella o con una palabra tuya.</translation>
    </message>
    <message>
        <source>Only you see them. They are not sent.</source>
        <translation>Solo tú los ves. No se envían.</translation>
    </message>
    <message>
        <source>Mark a day</source>
        <translation>Marcar un día</translation>
    </message>
    <message numerus="yes">
        <source>Show all %n day(s)</source>
        <translation>
            <numerusform>Mostrar %n día</numerusform>
            <numerusform>Mostrar los %n días</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MePage</name>
    <message>
        <source>You and privacy</source>
        <translation>Tú y tu privacidad</translation>
    </message>
    <message>
        <source>Who can see what</source>
        <translation>Quién puede ver qué</translation>
    </message>
    <message>
        <source>Care team</source>
        <translation>Equipo de atención</translation>
    </message>
    <message>
        <source>That you joined a session</source>
        <translation>Que te uniste a una sesión</translation>
    </message>
    <message>
        <source>Check-ins, plan, sessions</source>
        <translation>Registros, plan, sesiones</translation>
    </message>
    <message>
        <source>On this device</source>
        <translation>En este dispositivo</translation>
    </message>
    <message>
        <source>Nothing is kept after you close Handrail</source>
        <translation>No se guarda nada cuando cierras Handrail</translation>
    </message>
    <message>
        <source>Locked with a key that only this device has</source>
        <translation>Bajo una llave que solo tiene este dispositivo</translation>
    </message>
    <message>
        <source>Discreet calendar</source>
        <translation>Calendario discreto</translation>
    </message>
    <message>
        <source>Entries only say “Appointment”</source>
        <translation>Solo dicen “Cita”</translation>
    </message>
    <message>
        <source>Make it comfortable</source>
        <translation>A tu gusto</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Menos movimiento</translation>
    </message>
    <message>
        <source>Pages change without sliding</source>
        <translation>Las páginas cambian sin deslizarse</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Salir de mi cuenta</translation>
    </message>
    <message>
        <source>Your clinic keeps your records safe</source>
        <translation>Tu clínica guarda bien tu expediente</translation>
    </message>
    <message>
        <source>Keep it private</source>
        <translation>Que sea privado</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Language: %1. Change</source>
        <translation>Idioma: %1. Cambiar</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>Recordatorios</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Acerca de</translation>
    </message>
    <message>
        <source>Go on after I answer</source>
        <translation>Seguir después de responder</translation>
    </message>
    <message>
        <source>The next question comes by itself</source>
        <translation>La siguiente pregunta llega sola</translation>
    </message>
    <message>
        <source>What I made</source>
        <translation>Lo que hice</translation>
    </message>
    <message>
        <source>Worksheets and lists. Only you see them.</source>
        <translation>Hojas y listas. Solo tú las ves.</translation>
    </message>
</context>
<context>
    <name>MedicineCard</name>
    <message>
        <source>Your clinic wrote: %1</source>
        <translation>Tu clínica escribió: %1</translation>
    </message>
    <message>
        <source>Refill asked. %1</source>
        <translation>Pediste más medicina. %1</translation>
    </message>
    <message>
        <source>Ask for a refill</source>
        <translation>Pedir más medicina</translation>
    </message>
    <message>
        <source>Ask for a refill: %1</source>
        <translation>Pedir más medicina: %1</translation>
    </message>
    <message>
        <source>Your last question. %1</source>
        <translation>Tu última pregunta. %1</translation>
    </message>
    <message>
        <source>%1, about %2</source>
        <translation>%1, sobre %2</translation>
    </message>
</context>
<context>
    <name>MedicinePage</name>
    <message>
        <source>Medicine</source>
        <translation>Medicina</translation>
    </message>
    <message>
        <source>No medicine here</source>
        <translation>Aquí no hay medicina</translation>
    </message>
    <message>
        <source>Your program has not set this yet.</source>
        <translation>Tu programa aún no ha puesto esto.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Every answer is okay. Not sure, or want a change? Ask your team first.</source>
        <translation>Toda respuesta está bien. ¿Tienes dudas o quieres un cambio? Pregunta primero a tu equipo.</translation>
    </message>
    <message>
        <source>My medicine</source>
        <translation>Mi medicina</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>My question</source>
        <translation>Mi pregunta</translation>
    </message>
    <message>
        <source>In danger, use Help now.</source>
        <translation>En peligro, usa Ayuda ya.</translation>
    </message>
</context>
<context>
    <name>MedicineToday</name>
    <message>
        <source>Medicine</source>
        <translation>Medicina</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Sí la tomé</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>No la tomé</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>No sé</translation>
    </message>
    <message>
        <source>Taken: %1</source>
        <translation>Sí la tomé: %1</translation>
    </message>
    <message>
        <source>Not taken: %1</source>
        <translation>No la tomé: %1</translation>
    </message>
    <message>
        <source>Not sure: %1</source>
        <translation>No sé: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Medicine: %1</source>
        <translation>Medicina: %1</translation>
    </message>
</context>
<context>
    <name>MessageBox</name>
    <message>
        <source>In danger?</source>
        <translation>¿En peligro?</translation>
    </message>
    <message>
        <source>It is faster.</source>
        <translation>Es más rápido.</translation>
    </message>
    <message>
        <source>Add one of your worksheets</source>
        <translation>Agregar una de tus hojas</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
</context>
<context>
    <name>MessageCard</name>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
</context>
<context>
    <name>MessagesPage</name>
    <message>
        <source>Call your clinic</source>
        <translation>Llamar a tu clínica</translation>
    </message>
    <message>
        <source>Your clinic does not take messages here</source>
        <translation>Tu clínica no recibe mensajes aquí</translation>
    </message>
    <message>
        <source>Call your clinic instead.</source>
        <translation>Mejor llama a tu clínica.</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>No messages yet. What you write here goes to your care team.</source>
        <translation>Todavía no hay mensajes. Lo que escribas aquí llega a tu equipo.</translation>
    </message>
</context>
<context>
    <name>ModuleBody</name>
    <message>
        <source>Lessons</source>
        <translation>Lecciones</translation>
    </message>
    <message>
        <source>Quiz</source>
        <translation>Preguntas</translation>
    </message>
    <message>
        <source>This part is not here now</source>
        <translation>Esta parte no está aquí ahora</translation>
    </message>
    <message>
        <source>It may come back, or have a new name. What you have read stays kept.</source>
        <translation>Puede volver, o tener otro nombre. Lo que leíste queda guardado.</translation>
    </message>
</context>
<context>
    <name>MoodFaces</name>
    <message>
        <source>Nothing is picked yet</source>
        <translation>Todavía no eliges nada</translation>
    </message>
</context>
<context>
    <name>MoreSheet</name>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>You and settings</source>
        <translation>Tú y tus ajustes</translation>
    </message>
</context>
<context>
    <name>MyPeoplePage</name>
    <message>
        <source>My people</source>
        <translation>Mis personas</translation>
    </message>
    <message>
        <source>The first one is called first. Help now shows them all.</source>
        <translation>La primera es a quien llamas primero. Ayuda ya las muestra todas.</translation>
    </message>
    <message>
        <source>Who is good to call on a hard day? Pick people who know you.</source>
        <translation>¿A quién es bueno llamar en un día difícil? Elige a personas que te conocen.</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Añadir a una persona</translation>
    </message>
    <message>
        <source>There is room for 5. Remove one to add another.</source>
        <translation>Hay lugar para 5. Quita una para añadir otra.</translation>
    </message>
    <message>
        <source>They stay on this device. Nobody is told, and it is not sent.</source>
        <translation>Se quedan en este dispositivo. No se avisa a nadie y no se envía.</translation>
    </message>
</context>
<context>
    <name>NavRail</name>
    <message>
        <source>Places</source>
        <translation>Secciones</translation>
    </message>
</context>
<context>
    <name>NeedTiles</name>
    <message>
        <source>%1, start %2</source>
        <translation>%1, empezar %2</translation>
    </message>
    <message>
        <source>No skills here</source>
        <translation>Aquí no hay técnicas</translation>
    </message>
    <message>
        <source>Others for: %1</source>
        <translation>Otras para: %1</translation>
    </message>
    <message>
        <source>%1, no skills here</source>
        <translation>%1, aquí no hay técnicas</translation>
    </message>
</context>
<context>
    <name>NeverShared</name>
    <message>
        <source>Never shared in this app:</source>
        <translation>Nunca se comparte en esta app:</translation>
    </message>
    <message>
        <source>check-ins, messages, medicine, tests, notes, your safety plan.</source>
        <translation>registros, mensajes, medicinas, pruebas, notas, tu plan de seguridad.</translation>
    </message>
</context>
<context>
    <name>NextSessionCard</name>
    <message>
        <source>In session</source>
        <translation>En sesión</translation>
    </message>
    <message>
        <source>Next session</source>
        <translation>Próxima sesión</translation>
    </message>
    <message>
        <source>Your sessions</source>
        <translation>Tus sesiones</translation>
    </message>
    <message>
        <source>Nothing planned yet</source>
        <translation>Todavía no hay nada programado</translation>
    </message>
    <message>
        <source>Your clinic has not planned the next one.</source>
        <translation>Tu clínica todavía no programa la próxima.</translation>
    </message>
    <message>
        <source>Next session: %1</source>
        <translation>Próxima sesión: %1</translation>
    </message>
    <message>
        <source>Directions</source>
        <translation>Cómo llegar</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>I plan to come</source>
        <translation>Pienso ir</translation>
    </message>
    <message>
        <source>Late, or can’t come?</source>
        <translation>¿Tarde, o no puedes ir?</translation>
    </message>
</context>
<context>
    <name>NextStepPage</name>
    <message>
        <source>No next step yet</source>
        <translation>Aún no hay un próximo paso</translation>
    </message>
    <message>
        <source>Your program has not set this yet.</source>
        <translation>Tu programa aún no ha puesto esto.</translation>
    </message>
    <message>
        <source>What stays the same</source>
        <translation>Lo que sigue igual</translation>
    </message>
    <message>
        <source>Your skills and lists</source>
        <translation>Tus técnicas y listas</translation>
    </message>
    <message>
        <source>Help now</source>
        <translation>Ayuda ya</translation>
    </message>
    <message>
        <source>You told your team. %1</source>
        <translation>Se lo dijiste a tu equipo. %1</translation>
    </message>
    <message>
        <source>Feels too soon?</source>
        <translation>¿Te parece muy pronto?</translation>
    </message>
    <message>
        <source>Plan a free evening</source>
        <translation>Planear una noche libre</translation>
    </message>
    <message>
        <source>Pick one thing you like</source>
        <translation>Elige una cosa que te guste</translation>
    </message>
</context>
<context>
    <name>NotRightSheet</name>
    <message>
        <source>Is something not right?</source>
        <translation>¿Algo no está bien?</translation>
    </message>
    <message>
        <source>Ask your clinic to look</source>
        <translation>Pedir a tu clínica que mire</translation>
    </message>
    <message>
        <source>We ask your clinic to look at its record. It is sent as a message. The record changes when your clinic changes it.</source>
        <translation>Pedimos a tu clínica que mire su registro. Se envía como mensaje. El registro cambia cuando tu clínica lo cambia.</translation>
    </message>
</context>
<context>
    <name>NotTold</name>
    <message>
        <source>Your clinic has not heard yet that you did it. This device could not save that. It tries again while the app is open.</source>
        <translation>Tu clínica aún no sabe que lo hiciste. Este dispositivo no pudo guardar eso. Lo intenta otra vez mientras la app esté abierta.</translation>
    </message>
</context>
<context>
    <name>NoteField</name>
    <message>
        <source>The note is full. What came after is not here.</source>
        <translation>La nota está llena. Lo que seguía no está aquí.</translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) left</source>
        <translation>
            <numerusform>Queda %n letra</numerusform>
            <numerusform>Quedan %n letras</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NumberCard</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Hide the number</source>
        <translation>Ocultar el número</translation>
    </message>
    <message>
        <source>A code for a phone’s camera, with the same number</source>
        <translation>Un código para la cámara de un teléfono, con el mismo número</translation>
    </message>
</context>
<context>
    <name>NumberStepper</name>
    <message>
        <source>hours</source>
        <translation>horas</translation>
    </message>
</context>
<context>
    <name>NumberedField</name>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>OnlyYouCard</name>
    <message>
        <source>Only you</source>
        <translation>Solo tú</translation>
    </message>
    <message>
        <source>Worksheets, lists and checklists</source>
        <translation>Hojas, listas y listas de control</translation>
    </message>
    <message>
        <source>My safety plan</source>
        <translation>Mi plan de seguridad</translation>
    </message>
    <message>
        <source>My people</source>
        <translation>Mis personas</translation>
    </message>
    <message>
        <source>Skills, lessons and marked days</source>
        <translation>Técnicas, lecciones y días marcados</translation>
    </message>
    <message>
        <source>Only you see them, unless you tell your clinic.</source>
        <translation>Solo tú los ves, a menos que se lo digas a tu clínica.</translation>
    </message>
    <message>
        <source>How sessions were for you</source>
        <translation>Cómo te fue en las sesiones</translation>
    </message>
    <message>
        <source>Only you see it. It is never sent.</source>
        <translation>Solo tú lo ves. Nunca se envía.</translation>
    </message>
</context>
<context>
    <name>OpenAnswer</name>
    <message>
        <source>Or in your own words</source>
        <translation>O con tus propias palabras</translation>
    </message>
    <message>
        <source>Write if you like</source>
        <translation>Escribe si quieres</translation>
    </message>
</context>
<context>
    <name>OriginText</name>
    <message>
        <source>Written by the Handrail authors. A clinician has not reviewed it yet.</source>
        <translation>Escrito por los autores de Handrail. Un profesional clínico todavía no lo ha revisado.</translation>
    </message>
    <message>
        <source>Reviewed by %1.</source>
        <translation>Revisado por %1.</translation>
    </message>
    <message>
        <source>%1 A clinical translator has not checked it yet.</source>
        <translation>%1 Un traductor clínico todavía no lo ha revisado.</translation>
    </message>
    <message>
        <source>%1 As of %2.</source>
        <translation>%1 Fecha: %2.</translation>
    </message>
</context>
<context>
    <name>OtherAccountRows</name>
    <message>
        <source>Who are you here for?</source>
        <translation>¿Por quién estás aquí?</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>Add another person</source>
        <translation>Agregar a otra persona</translation>
    </message>
    <message>
        <source>Opens your clinic’s sign-in page</source>
        <translation>Abre la página de tu clínica para entrar</translation>
    </message>
</context>
<context>
    <name>OutboxPage</name>
    <message>
        <source>What you send to your clinic shows here: when it is saved, when it is sent.</source>
        <translation>Lo que envías a tu clínica aparece aquí: cuándo se guarda y cuándo se envía.</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>Llamar al %1</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Intentar ahora</translation>
    </message>
    <message>
        <source>Trying now…</source>
        <translation>Intentando…</translation>
    </message>
    <message>
        <source>You can try again in a minute.</source>
        <translation>Puedes intentarlo otra vez en un minuto.</translation>
    </message>
    <message>
        <source>Sent today</source>
        <translation>Enviado hoy</translation>
    </message>
    <message>
        <source>Sent in the last days</source>
        <translation>Enviado en los últimos días</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Enviando</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviado</translation>
    </message>
</context>
<context>
    <name>OutboxRow</name>
    <message>
        <source>Needs you: %1</source>
        <translation>Te necesita: %1</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Te necesita</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Entrar</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>See what to do</source>
        <translation>Ver qué hacer</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>¿Por qué?</translation>
    </message>
    <message>
        <source>Why? %1</source>
        <translation>¿Por qué? %1</translation>
    </message>
    <message>
        <source>Look at both</source>
        <translation>Ver las dos</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Verlo</translation>
    </message>
</context>
<context>
    <name>OutgoingCopy</name>
    <message>
        <source>%1, time %2 of that day</source>
        <comment>a day and a number</comment>
        <translation>%1, vez %2 de ese día</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Stop sharing with a person.</source>
        <translation>Dejar de compartir con una persona.</translation>
    </message>
    <message>
        <source>Stop sharing with %1.</source>
        <translation>Dejar de compartir con %1.</translation>
    </message>
    <message>
        <source>The clinic does not have this from the app.</source>
        <translation>La clínica no tiene esto desde la aplicación.</translation>
    </message>
</context>
<context>
    <name>OutgoingItem</name>
    <message>
        <source>Today’s check-in</source>
        <translation>El registro de hoy</translation>
    </message>
    <message>
        <source>Yesterday’s check-in</source>
        <translation>El registro de ayer</translation>
    </message>
    <message>
        <source>Check-in of %1</source>
        <translation>Registro del %1</translation>
    </message>
    <message>
        <source>Check-in</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Answers to a form</source>
        <translation>Respuestas a un formulario</translation>
    </message>
    <message>
        <source>Can’t make it: %1</source>
        <translation>No puedo ir: %1</translation>
    </message>
    <message>
        <source>Note to the clinic</source>
        <translation>Nota para la clínica</translation>
    </message>
    <message>
        <source>Something for the clinic</source>
        <translation>Algo para la clínica</translation>
    </message>
    <message>
        <source>Something that was saved</source>
        <translation>Algo que se guardó</translation>
    </message>
    <message>
        <source>What was saved earlier</source>
        <translation>Lo que se guardó antes</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Your clinic could not take it.</source>
        <translation>La clínica no pudo recibirlo.</translation>
    </message>
    <message>
        <source>It is not here any more.</source>
        <translation>Ya no está aquí.</translation>
    </message>
    <message>
        <source>It can’t be read any more.</source>
        <translation>Ya no se puede leer.</translation>
    </message>
    <message>
        <source>Something waited on this device to be sent, and it is gone. It is not something you did. Please tell your clinic, so that nothing is missed.</source>
        <translation>Algo esperaba en este dispositivo para enviarse, y ya no está. No es por algo que hayas hecho. Por favor, avisa a tu clínica, para que no falte nada.</translation>
    </message>
    <message>
        <source>Sign in to send it.</source>
        <translation>Entra para enviarlo.</translation>
    </message>
    <message>
        <source>Sending now</source>
        <translation>Enviando ahora</translation>
    </message>
    <message>
        <source>Locked on this device.</source>
        <translation>Bajo llave en este dispositivo.</translation>
    </message>
    <message>
        <source>Sent: %1</source>
        <translation>Enviado: %1</translation>
    </message>
    <message>
        <source>Saved. Waiting for signal.</source>
        <translation>Guardado. Esperando señal.</translation>
    </message>
    <message>
        <source>Saved. Next try: %1</source>
        <translation>Guardado. Próximo intento: %1</translation>
    </message>
    <message>
        <source>Saved. Checking if it arrived.</source>
        <translation>Guardado. Viendo si llegó.</translation>
    </message>
    <message>
        <source>Saved on this device.</source>
        <translation>Guardado en este dispositivo.</translation>
    </message>
    <message>
        <source>The place on this device that held it is damaged. It is not something you did. Handrail can’t show what it was. Please tell your clinic, so that nothing is missed.</source>
        <translation>El lugar de este dispositivo donde estaba se dañó. No es por algo que hiciste. Handrail no puede mostrar qué era. Avisa a tu clínica, para que no falte nada.</translation>
    </message>
    <message>
        <source>Your clinic ended the last sign-in. After you sign in, it is sent by itself.</source>
        <translation>Tu clínica cerró la última entrada. Cuando entres, se envía solo.</translation>
    </message>
    <message>
        <source>It left this device, and no answer came back. Handrail asks the clinic first, so that it can’t arrive twice.</source>
        <translation>Salió de este dispositivo y no llegó respuesta. Handrail pregunta primero a la clínica, para que no llegue dos veces.</translation>
    </message>
    <message>
        <source>Just now</source>
        <translation>Ahora mismo</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>Hace %1</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%n check-in(s)</source>
        <translation>
            <numerusform>%n registro</numerusform>
            <numerusform>%n registros</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n form(s)</source>
        <translation>
            <numerusform>%n formulario</numerusform>
            <numerusform>%n formularios</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) that you can’t come</source>
        <translation>
            <numerusform>%n nota de que no puedes ir</numerusform>
            <numerusform>%n notas de que no puedes ir</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other thing(s)</source>
        <translation>
            <numerusform>%n cosa más</numerusform>
            <numerusform>%n cosas más</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n damaged thing(s)</source>
        <translation>
            <numerusform>%n cosa dañada</numerusform>
            <numerusform>%n cosas dañadas</numerusform>
        </translation>
    </message>
    <message>
        <source>what was saved earlier</source>
        <translation>lo que se guardó antes</translation>
    </message>
    <message>
        <source>Changed answers</source>
        <translation>Respuestas cambiadas</translation>
    </message>
    <message>
        <source>Note that a form is done</source>
        <translation>Aviso de que un formulario está listo</translation>
    </message>
    <message>
        <source>Your answers arrived. Only the clinic’s list may still show the form. You can remove this.</source>
        <translation>Tus respuestas llegaron. Solo la lista de la clínica puede mostrar aún el formulario. Puedes quitar esto.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of answers</source>
        <translation>
            <numerusform>%n cambio de respuestas</numerusform>
            <numerusform>%n cambios de respuestas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) that a form is done</source>
        <translation>
            <numerusform>%n aviso de que un formulario está listo</numerusform>
            <numerusform>%n avisos de que un formulario está listo</numerusform>
        </translation>
    </message>
    <message>
        <source>Note that a lesson is done</source>
        <translation>Aviso de que una lección está terminada</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) that a lesson is done</source>
        <translation>
            <numerusform>%n aviso de lección terminada</numerusform>
            <numerusform>%n avisos de lección terminada</numerusform>
        </translation>
    </message>
    <message>
        <source>A worksheet for your session</source>
        <translation>Una hoja para tu sesión</translation>
    </message>
    <message numerus="yes">
        <source>%n worksheet(s)</source>
        <translation>
            <numerusform>%n hoja</numerusform>
            <numerusform>%n hojas</numerusform>
        </translation>
    </message>
    <message>
        <source>A message to your care team</source>
        <translation>Un mensaje a tu equipo</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n mensaje</numerusform>
            <numerusform>%n mensajes</numerusform>
        </translation>
    </message>
    <message>
        <source>Late: %1</source>
        <translation>Tarde: %1</translation>
    </message>
    <message>
        <source>Plan to come: %1</source>
        <translation>Pienso ir: %1</translation>
    </message>
    <message>
        <source>An answer about medicine</source>
        <translation>Una respuesta sobre medicina</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) that you’ll be late</source>
        <translation>
            <numerusform>%n aviso de que llegas tarde</numerusform>
            <numerusform>%n avisos de que llegas tarde</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) that you plan to come</source>
        <translation>
            <numerusform>%n aviso de que piensas ir</numerusform>
            <numerusform>%n avisos de que piensas ir</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) about medicine</source>
        <translation>
            <numerusform>%n respuesta sobre medicina</numerusform>
            <numerusform>%n respuestas sobre medicina</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop sharing</source>
        <translation>Dejar de compartir</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) to stop sharing</source>
        <translation>
            <numerusform>%n aviso para dejar de compartir</numerusform>
            <numerusform>%n avisos para dejar de compartir</numerusform>
        </translation>
    </message>
    <message>
        <source>Waits for the one above.</source>
        <translation>Espera a lo de arriba.</translation>
    </message>
    <message>
        <source>It belongs to something above that your clinic could not take, and goes out after that. If you remove that one, this goes too.</source>
        <translation>Es parte de algo de arriba que tu clínica no pudo recibir, y sale después de eso. Si quitas aquello, esto también se va.</translation>
    </message>
    <message>
        <source>Handrail could not open its safe place for your key, and put aside what was here. If the key comes back within 30 days, what was not sent goes out by itself, and what you made here is back, but not what a forgotten PIN keeps shut. After 30 days it is removed.</source>
        <translation>Handrail no pudo abrir el lugar seguro de tu clave y apartó lo que había aquí. Si la clave vuelve en 30 días, lo que no se envió sale solo y lo que hiciste aquí vuelve, menos lo que cierra un PIN olvidado. Después de 30 días se borra.</translation>
    </message>
    <message>
        <source>Your clinic does not have these answers, so it still asks for this form. You can answer it again.</source>
        <translation>Tu clínica no tiene estas respuestas, así que todavía pide este formulario. Puedes contestarlo otra vez.</translation>
    </message>
</context>
<context>
    <name>OverdoseSteps</name>
    <message>
        <source>%1. %2 %3</source>
        <translation>%1. %2 %3</translation>
    </message>
</context>
<context>
    <name>OwnHelp</name>
    <message>
        <source>My people</source>
        <translation>Mis personas</translation>
    </message>
</context>
<context>
    <name>OwnList</name>
    <message>
        <source>My list</source>
        <translation>Mi lista</translation>
    </message>
    <message>
        <source>Take away: %1</source>
        <translation>Quitar: %1</translation>
    </message>
    <message>
        <source>Add my own</source>
        <translation>Agregar lo mío</translation>
    </message>
    <message>
        <source>Add my own: %1</source>
        <translation>Agregar lo mío: %1</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Agregar</translation>
    </message>
    <message>
        <source>Add: %1</source>
        <translation>Agregar: %1</translation>
    </message>
    <message>
        <source>“%1” is taken away.</source>
        <translation>Se quitó «%1».</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Deshacer: %1</translation>
    </message>
</context>
<context>
    <name>OwnPlanRows</name>
    <message>
        <source>My people</source>
        <translation>Mis personas</translation>
    </message>
    <message>
        <source>Choose who to call on a hard day</source>
        <translation>Elige a quién llamar en un día difícil</translation>
    </message>
    <message>
        <source>My safety plan</source>
        <translation>Mi plan de seguridad</translation>
    </message>
    <message>
        <source>6 steps in your own words</source>
        <translation>6 pasos con tus propias palabras</translation>
    </message>
    <message>
        <source>Community help</source>
        <translation>Ayuda en la comunidad</translation>
    </message>
    <message>
        <source>Food, housing, rides, meetings and more</source>
        <translation>Comida, vivienda, viajes, reuniones y más</translation>
    </message>
</context>
<context>
    <name>PagePreview</name>
    <message>
        <source>How to look at it</source>
        <translation>Cómo verla</translation>
    </message>
    <message>
        <source>As a page</source>
        <translation>Como página</translation>
    </message>
    <message>
        <source>As text</source>
        <translation>Como texto</translation>
    </message>
    <message>
        <source>The page. %1</source>
        <translation>La página. %1</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Home</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sesiones</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Lecciones</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Tú</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>Técnicas</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>Aprender</translation>
    </message>
</context>
<context>
    <name>PersonCard</name>
    <message>
        <source>Move %1 up</source>
        <translation>Subir a %1</translation>
    </message>
    <message>
        <source>Move %1 down</source>
        <translation>Bajar a %1</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>Cambiar a %1</translation>
    </message>
</context>
<context>
    <name>PersonField</name>
    <message>
        <source>Or another name</source>
        <translation>U otro nombre</translation>
    </message>
    <message>
        <source>A name</source>
        <translation>Un nombre</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>Add a person</source>
        <translation>Añadir a una persona</translation>
    </message>
    <message>
        <source>Change a person</source>
        <translation>Cambiar a una persona</translation>
    </message>
    <message>
        <source>Pick somebody who knows you. Ask them first if they agree.</source>
        <translation>Elige a alguien que te conoce. Antes pregúntale si está de acuerdo.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Número de teléfono</translation>
    </message>
    <message>
        <source>Who they are to you</source>
        <translation>Quién es para ti</translation>
    </message>
    <message>
        <source>My sister</source>
        <translation>Mi hermana</translation>
    </message>
    <message>
        <source>A text that is ready</source>
        <translation>Un mensaje ya listo</translation>
    </message>
    <message>
        <source>Your own words</source>
        <translation>Tus propias palabras</translation>
    </message>
    <message>
        <source>Your phone sends it when you press Send there. The app sends nothing.</source>
        <translation>Tu teléfono lo envía cuando tocas Enviar ahí. La app no envía nada.</translation>
    </message>
    <message>
        <source>It stays on this device. Nobody is told, and it is not sent.</source>
        <translation>Se queda en este dispositivo. No se avisa a nadie y no se envía.</translation>
    </message>
    <message>
        <source>Remove this person</source>
        <translation>Quitar a esta persona</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
</context>
<context>
    <name>PersonRow</name>
    <message>
        <source>Text %1</source>
        <translation>Mandar un mensaje a %1</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>Llamar a %1</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Use the fingerprint or face of this device</source>
        <translation>Usar la huella o el rostro de este dispositivo</translation>
    </message>
    <message>
        <source>Take the last number back</source>
        <translation>Borrar el último número</translation>
    </message>
</context>
<context>
    <name>PinPage</name>
    <message>
        <source>App lock</source>
        <translation>Bloqueo de la app</translation>
    </message>
    <message>
        <source>If you forget it, sign in with your clinic again. Help now never asks for it.</source>
        <translation>Si lo olvidas, entra otra vez con tu clínica. La ayuda nunca lo pide.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
</context>
<context>
    <name>PinRail</name>
    <message numerus="yes">
        <source>%n number(s) in</source>
        <translation>
            <numerusform>%n número puesto</numerusform>
            <numerusform>%n números puestos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlacePage</name>
    <message>
        <source>This is not here any more</source>
        <translation>Esto ya no está aquí</translation>
    </message>
    <message>
        <source>See community help</source>
        <translation>Ver la ayuda en la comunidad</translation>
    </message>
    <message>
        <source>Open website</source>
        <translation>Abrir la página</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy name and number</source>
        <translation>Copiar el nombre y el número</translation>
    </message>
    <message>
        <source>Ask for help with this</source>
        <translation>Pedir ayuda con esto</translation>
    </message>
    <message>
        <source>Starts a message. You send it.</source>
        <translation>Empieza un mensaje. Tú lo envías.</translation>
    </message>
    <message>
        <source>Source: %1
%2</source>
        <translation>Fuente: %1
%2</translation>
    </message>
</context>
<context>
    <name>PlanActs</name>
    <message>
        <source>What I do with my plan</source>
        <translation>Qué hago con mi plan</translation>
    </message>
    <message>
        <source>Share with my care team</source>
        <translation>Compartir con mi equipo</translation>
    </message>
    <message>
        <source>Send my changes</source>
        <translation>Enviar mis cambios</translation>
    </message>
    <message>
        <source>See what was sent</source>
        <translation>Ver lo que se envió</translation>
    </message>
    <message>
        <source>Save as a PDF</source>
        <translation>Guardar como PDF</translation>
    </message>
    <message>
        <source>You see it first</source>
        <translation>Primero lo ves</translation>
    </message>
    <message>
        <source>On the lock screen</source>
        <translation>En la pantalla de bloqueo</translation>
    </message>
    <message>
        <source>The names and numbers on your My people list are never sent. What you write is. Nobody may read your plan right away.</source>
        <translation>Los nombres y números de tu lista Mis personas nunca se envían. Lo que escribes, sí. Puede que nadie lea tu plan enseguida.</translation>
    </message>
</context>
<context>
    <name>PlanCard</name>
    <message>
        <source>My safety plan</source>
        <translation>Mi plan de seguridad</translation>
    </message>
    <message>
        <source>6 steps in your own words</source>
        <translation>6 pasos con tus propias palabras</translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message>
        <source>Suggest</source>
        <translation>Proponer</translation>
    </message>
    <message>
        <source>My plan</source>
        <translation>Mi plan</translation>
    </message>
    <message>
        <source>No plan here yet</source>
        <translation>Aquí aún no hay un plan</translation>
    </message>
    <message>
        <source>Your program has not set this yet.</source>
        <translation>Tu programa aún no ha puesto esto.</translation>
    </message>
    <message>
        <source>You told your team. %1</source>
        <translation>Se lo dijiste a tu equipo. %1</translation>
    </message>
    <message>
        <source>My goals</source>
        <translation>Mis metas</translation>
    </message>
    <message numerus="yes">
        <source>Show more (%n left)</source>
        <translation>
            <numerusform>Mostrar más (queda %n)</numerusform>
            <numerusform>Mostrar más (quedan %n)</numerusform>
        </translation>
    </message>
    <message>
        <source>What my program includes</source>
        <translation>Lo que incluye mi programa</translation>
    </message>
    <message>
        <source>Bring up next time</source>
        <translation>Para hablar la próxima vez</translation>
    </message>
    <message>
        <source>Your own list for the next one-on-one</source>
        <translation>Tu propia lista para la próxima sesión individual</translation>
    </message>
    <message>
        <source>Levels of care</source>
        <translation>Niveles de atención</translation>
    </message>
    <message>
        <source>Notes from your clinic</source>
        <translation>Notas de tu clínica</translation>
    </message>
    <message>
        <source>Your clinic wrote this for you and your care team.</source>
        <translation>Tu clínica escribió esto para ti y tu equipo de atención.</translation>
    </message>
</context>
<context>
    <name>PlanPart</name>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Escribir</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>PlanRows</name>
    <message>
        <source>My program</source>
        <translation>Mi programa</translation>
    </message>
    <message>
        <source>My plan</source>
        <translation>Mi plan</translation>
    </message>
    <message>
        <source>Goals, steps, and what comes next</source>
        <translation>Metas, pasos y lo que sigue</translation>
    </message>
    <message>
        <source>Bring up next time</source>
        <translation>Para hablar la próxima vez</translation>
    </message>
    <message>
        <source>Medicine</source>
        <translation>Medicina</translation>
    </message>
</context>
<context>
    <name>PlanSteps</name>
    <message>
        <source>Call %1</source>
        <translation>Llamar a %1</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>Clínica</translation>
    </message>
</context>
<context>
    <name>PlanText</name>
    <message>
        <source>My warning signs</source>
        <translation>Mis señales de alerta</translation>
    </message>
    <message>
        <source>Things I can do on my own</source>
        <translation>Lo que puedo hacer por mi cuenta</translation>
    </message>
    <message>
        <source>People and places that lift me</source>
        <translation>Personas y lugares que me animan</translation>
    </message>
    <message>
        <source>People I can ask for help</source>
        <translation>A quién puedo pedir ayuda</translation>
    </message>
    <message>
        <source>Professionals I can call</source>
        <translation>Profesionales a quienes puedo llamar</translation>
    </message>
    <message>
        <source>Making my home safer</source>
        <translation>Cómo hago mi casa más segura</translation>
    </message>
    <message>
        <source>What keeps me going</source>
        <translation>Lo que me da fuerza</translation>
    </message>
    <message>
        <source>How do you notice that a hard time begins? Think of thoughts, feelings and what you do.</source>
        <translation>¿Cómo notas que empieza un mal momento? Piensa en lo que piensas, sientes y haces.</translation>
    </message>
    <message>
        <source>What helps for a while when you are alone? Pick skills, or write your own.</source>
        <translation>¿Qué ayuda un rato cuando estás a solas? Elige técnicas o escribe las tuyas.</translation>
    </message>
    <message>
        <source>Where can you go, and who is good to be near? You need not talk about it.</source>
        <translation>¿A dónde puedes ir y cerca de quién es bueno estar? No hace falta hablar del tema.</translation>
    </message>
    <message>
        <source>Who can you tell that it is hard? Ask them first if they agree.</source>
        <translation>¿A quién puedes decir que es difícil? Antes pregúntale si está de acuerdo.</translation>
    </message>
    <message>
        <source>These can be called. Add your counselor or doctor, if you like.</source>
        <translation>A estos puedes llamar. Añade a tu consejero o médica, si quieres.</translation>
    </message>
    <message>
        <source>How can your home be safer? Plan this with your counselor or someone you trust.</source>
        <translation>¿Cómo puede ser más segura tu casa? Planéalo con tu consejero o con alguien de confianza.</translation>
    </message>
    <message>
        <source>What matters to you? It can be big or small.</source>
        <translation>¿Qué te importa? Puede ser grande o pequeño.</translation>
    </message>
    <message>
        <source>No sleep. Pacing. I stop answering my phone.</source>
        <translation>No duermo. Camino sin parar. Dejo de contestar el teléfono.</translation>
    </message>
    <message>
        <source>Walk to the water and back.</source>
        <translation>Caminar hasta el agua y volver.</translation>
    </message>
    <message>
        <source>My sister’s kitchen. The Saturday meeting.</source>
        <translation>La cocina de mi hermana. La reunión del sábado.</translation>
    </message>
    <message>
        <source>My sister, when she is home from work.</source>
        <translation>Mi hermana, cuando vuelve del trabajo.</translation>
    </message>
    <message>
        <source>My counselor, weekdays until 5.</source>
        <translation>Mi consejera, entre semana hasta las 5.</translation>
    </message>
    <message>
        <source>My sister keeps my medicine locked up.</source>
        <translation>Mi hermana guarda mis medicinas con llave.</translation>
    </message>
    <message>
        <source>My dog. The garden in spring.</source>
        <translation>Mi perro. El jardín en primavera.</translation>
    </message>
    <message>
        <source>Nobody else sees your plan.</source>
        <translation>Nadie más ve tu plan.</translation>
    </message>
    <message>
        <source>Saved here. It is not sent yet.</source>
        <translation>Guardado aquí. Todavía no se envió.</translation>
    </message>
    <message>
        <source>Your care team did not get it. “Sent and waiting” says why.</source>
        <translation>Tu equipo no lo recibió. “Enviado y en espera” dice por qué.</translation>
    </message>
    <message>
        <source>Your care team has your plan. Your changes go to them, too.</source>
        <translation>Tu equipo tiene tu plan. Tus cambios también le llegan.</translation>
    </message>
    <message>
        <source>Your care team has an earlier plan. Your newest words are not sent.</source>
        <translation>Tu equipo tiene un plan anterior. Tus palabras nuevas no se enviaron.</translation>
    </message>
    <message>
        <source>Your changes stay here now. Your care team keeps what was sent.</source>
        <translation>Tus cambios se quedan aquí ahora. Tu equipo conserva lo que se envió.</translation>
    </message>
</context>
<context>
    <name>PlannerField</name>
    <message>
        <source>Mark</source>
        <translation>Marcar</translation>
    </message>
    <message>
        <source>%1, no mark</source>
        <translation>%1, sin marca</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>PlayCheck</name>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Yes leaves that part out. It is not kept.</source>
        <translation>Con “Sí” se salta esa parte. No se guarda.</translation>
    </message>
</context>
<context>
    <name>PlayControls</name>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Terminar</translation>
    </message>
</context>
<context>
    <name>PlayLeft</name>
    <message>
        <source>Change how long</source>
        <translation>Cambiar cuánto dura</translation>
    </message>
    <message>
        <source>How long?</source>
        <translation>¿Cuánto tiempo?</translation>
    </message>
    <message>
        <source>It begins anew.</source>
        <translation>Empieza de nuevo.</translation>
    </message>
</context>
<context>
    <name>PlayText</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n segundo</numerusform>
            <numerusform>%n segundos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>Tiempo que queda: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minuto</numerusform>
            <numerusform>%n minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>minutes, seconds</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>left of %1 s</source>
        <translation>quedan, de %1 s</translation>
    </message>
    <message>
        <source>left of %1 min</source>
        <translation>quedan, de %1 min</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
</context>
<context>
    <name>PreviewCard</name>
    <message>
        <source>Only you see this</source>
        <translation>Solo tú ves esto</translation>
    </message>
    <message>
        <source>Mic on</source>
        <translation>Micrófono sí</translation>
    </message>
    <message>
        <source>Mic off</source>
        <translation>Micrófono no</translation>
    </message>
    <message>
        <source>Camera on</source>
        <translation>Cámara sí</translation>
    </message>
    <message>
        <source>Camera off</source>
        <translation>Cámara no</translation>
    </message>
</context>
<context>
    <name>ProblemText</name>
    <message>
        <source>What you did is saved here. It will be sent by itself.</source>
        <translation>Lo que hiciste está guardado aquí. Se enviará solo.</translation>
    </message>
    <message>
        <source>Nothing is lost. Handrail will try again by itself.</source>
        <translation>No se perdió nada. Handrail lo intentará de nuevo.</translation>
    </message>
    <message>
        <source>This connection is not safe</source>
        <translation>Esta conexión no es segura</translation>
    </message>
    <message>
        <source>This address is not safe</source>
        <translation>Esta dirección no es segura</translation>
    </message>
    <message>
        <source>This address does not work</source>
        <translation>Esta dirección no funciona</translation>
    </message>
    <message>
        <source>Please sign in again</source>
        <translation>Entra de nuevo, por favor</translation>
    </message>
    <message>
        <source>Your clinic ended the last sign-in. What you saved is still here.</source>
        <translation>Tu clínica pide que entres otra vez. Lo que guardaste sigue aquí.</translation>
    </message>
    <message>
        <source>You were not signed in</source>
        <translation>No entraste a tu cuenta</translation>
    </message>
    <message>
        <source>The sign-in was not allowed. You can try again at any time.</source>
        <translation>No se dio permiso para entrar. Puedes intentarlo de nuevo cuando quieras.</translation>
    </message>
    <message>
        <source>The sign-in page was not finished. You can try again.</source>
        <translation>No se terminó la página para entrar. Puedes intentarlo de nuevo.</translation>
    </message>
    <message>
        <source>The answer did not fit this sign-in, so it was not used. Please try again.</source>
        <translation>La respuesta no era de este intento de entrar, así que no se usó. Inténtalo de nuevo, por favor.</translation>
    </message>
    <message>
        <source>Your clinic does not share this</source>
        <translation>Tu clínica no comparte esto</translation>
    </message>
    <message>
        <source>This is not there any more</source>
        <translation>Esto ya no está</translation>
    </message>
    <message>
        <source>Your clinic may have changed it.</source>
        <translation>Tal vez tu clínica lo cambió.</translation>
    </message>
    <message>
        <source>The answer could not be read</source>
        <translation>No se pudo leer la respuesta</translation>
    </message>
    <message>
        <source>What you have here stays as it was. Handrail will try again.</source>
        <translation>Lo que tienes aquí sigue igual. Handrail lo intentará de nuevo.</translation>
    </message>
    <message>
        <source>This device has no safe place for your key</source>
        <translation>Este dispositivo no tiene un lugar seguro para tu llave</translation>
    </message>
    <message>
        <source>You can use Handrail now. When you close it, nothing is kept on this device.</source>
        <translation>Puedes usar Handrail ahora. Cuando lo cierres, no se guarda nada en este dispositivo.</translation>
    </message>
    <message>
        <source>Unlock it if it asks you to. Then try again.</source>
        <translation>Desbloquéalo si te lo pide. Después inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>This device could not open its safe place for your key. It is not your fault. This can happen after an update.</source>
        <translation>Este dispositivo no pudo abrir el lugar seguro de tu llave. No es culpa tuya. Puede pasar después de una actualización.</translation>
    </message>
    <message>
        <source>This device is full</source>
        <translation>Este dispositivo está lleno</translation>
    </message>
    <message>
        <source>Your answers are still here. Free some space, then try again.</source>
        <translation>Tus respuestas siguen aquí. Libera espacio y después inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>Your answers are still here. Please try again.</source>
        <translation>Tus respuestas siguen aquí. Inténtalo de nuevo, por favor.</translation>
    </message>
    <message>
        <source>It is put aside, not deleted. Sign in to go on.</source>
        <translation>Está aparte, no se borró. Entra a tu cuenta para seguir.</translation>
    </message>
    <message>
        <source>Please update Handrail</source>
        <translation>Actualiza Handrail, por favor</translation>
    </message>
    <message>
        <source>What is saved here was made by a newer version. Nothing is lost.</source>
        <translation>Lo que está guardado aquí es de una versión más nueva. No se perdió nada.</translation>
    </message>
    <message>
        <source>Handrail is already open</source>
        <translation>Handrail ya está abierta</translation>
    </message>
    <message>
        <source>Use the other window, or close it and try again.</source>
        <translation>Usa la otra ventana, o ciérrala e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>Something did not work</source>
        <translation>Algo no funcionó</translation>
    </message>
    <message>
        <source>It is not something you did. Please try again.</source>
        <translation>No fue por algo que hiciste. Inténtalo de nuevo, por favor.</translation>
    </message>
    <message>
        <source>Somebody else was signed in here</source>
        <translation>Aquí había entrado otra persona</translation>
    </message>
    <message>
        <source>Not all that they saved is sent, and it would be lost. They can sign in and send it, or sign out first.</source>
        <translation>No todo lo que guardó está enviado, y se perdería. Esa persona puede entrar y enviarlo, o salir primero.</translation>
    </message>
    <message>
        <source>Not everything could be erased</source>
        <translation>No se pudo borrar todo</translation>
    </message>
    <message>
        <source>What is left is locked. You can sign in once more and erase it again.</source>
        <translation>Lo que queda está bajo llave. Puedes entrar otra vez y volver a borrarlo.</translation>
    </message>
    <message>
        <source>Your clinic does not allow this from the app right now. Handrail asks again after your next sign-in. It is kept here. You can also save a copy for your clinic.</source>
        <translation>Por ahora tu clínica no permite esto desde la aplicación. Handrail pregunta de nuevo cuando vuelvas a entrar. Queda guardado aquí. También puedes guardar una copia para tu clínica.</translation>
    </message>
    <message>
        <source>It is too long for the clinic’s server. It is kept here. You can make it shorter, or save a copy for your clinic.</source>
        <translation>Es muy largo para el servidor de la clínica. Queda guardado aquí. Puedes acortarlo o guardar una copia para tu clínica.</translation>
    </message>
    <message>
        <source>The clinic’s server could not take it as it is. It is not something you did. It is kept here. You can send it again, or save a copy for your clinic.</source>
        <translation>El servidor de la clínica no pudo recibirlo así como está. No es por algo que hiciste. Queda guardado aquí. Puedes enviarlo de nuevo o guardar una copia para tu clínica.</translation>
    </message>
    <message>
        <source>Handrail is locked</source>
        <translation>Handrail está bloqueado</translation>
    </message>
    <message>
        <source>Enter your PIN to go on.</source>
        <translation>Escribe tu PIN para seguir.</translation>
    </message>
    <message>
        <source>That did not match</source>
        <translation>No coincide</translation>
    </message>
    <message>
        <source>Please try again.</source>
        <translation>Inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>This PIN is off</source>
        <translation>Este PIN está apagado</translation>
    </message>
    <message>
        <source>Too many tries did not match. Sign in with your clinic. What you did not send is kept.</source>
        <translation>Demasiados intentos no coinciden. Entra con tu clínica. Lo que no se envió se conserva.</translation>
    </message>
    <message>
        <source>Not enough memory</source>
        <translation>No hay memoria suficiente</translation>
    </message>
    <message>
        <source>Close other apps, then try again.</source>
        <translation>Cierra otras apps e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>You’re offline. That’s okay.</source>
        <translation>No tienes conexión. No pasa nada.</translation>
    </message>
    <message>
        <source>This is not a clinic’s server</source>
        <translation>Este no es el servidor de una clínica</translation>
    </message>
    <message>
        <source>This clinic can’t sign you in here</source>
        <translation>No puedes entrar a esta clínica desde aquí</translation>
    </message>
    <message>
        <source>Your device’s safe place does not answer</source>
        <translation>El lugar seguro de tu dispositivo no responde</translation>
    </message>
    <message>
        <source>This device can’t save right now</source>
        <translation>Este dispositivo no puede guardar ahora</translation>
    </message>
    <message>
        <source>What was saved here can’t be read</source>
        <translation>No se puede leer lo que estaba guardado aquí</translation>
    </message>
    <message>
        <source>Your clinic’s server is slow</source>
        <translation>El servidor de tu clínica está lento</translation>
    </message>
    <message>
        <source>Your clinic’s server has a problem</source>
        <translation>El servidor de tu clínica tiene un problema</translation>
    </message>
    <message>
        <source>Handrail could not be sure that it talks to your clinic. Try another network, or call your clinic.</source>
        <translation>Handrail no pudo confirmar que habla con tu clínica. Prueba otra red o llama a tu clínica.</translation>
    </message>
    <message>
        <source>Your clinic’s address must start with https.</source>
        <translation>La dirección web de tu clínica debe empezar con https.</translation>
    </message>
    <message>
        <source>Please check your clinic’s address, or ask your clinic for it.</source>
        <translation>Revisa la dirección web de tu clínica, o pídesela a tu clínica.</translation>
    </message>
    <message>
        <source>If you are on public Wi-Fi, sign in to the Wi-Fi first. Else check your clinic’s address.</source>
        <translation>Si usas un Wi-Fi público, conéctate primero al Wi-Fi. Si no, revisa la dirección web de tu clínica.</translation>
    </message>
    <message>
        <source>Its server does not support sign-in from an app. Call your clinic.</source>
        <translation>Su servidor no permite entrar desde una app. Llama a tu clínica.</translation>
    </message>
    <message>
        <source>Call your clinic if you think it should.</source>
        <translation>Llama a tu clínica si crees que debería.</translation>
    </message>
    <message>
        <source>Your clinic could not take this</source>
        <translation>Tu clínica no pudo recibir esto</translation>
    </message>
    <message>
        <source>It is kept here. Call your clinic, or bring it to your next session.</source>
        <translation>Está guardado aquí. Llama a tu clínica o llévalo a tu próxima sesión.</translation>
    </message>
    <message>
        <source>Something is wrong at your clinic</source>
        <translation>Algo anda mal en tu clínica</translation>
    </message>
    <message>
        <source>The server sent a record that is not yours. It was not kept. Please call your clinic.</source>
        <translation>El servidor mandó un dato que no es tuyo. No se guardó. Llama a tu clínica, por favor.</translation>
    </message>
    <message>
        <source>Your clinic’s server did not prove who you are. Please call your clinic.</source>
        <translation>El servidor de tu clínica no demostró quién eres. Llama a la clínica.</translation>
    </message>
    <message>
        <source>Nothing is shared right now</source>
        <translation>Ahora no hay nada compartido</translation>
    </message>
    <message>
        <source>What was here is gone from this device. To reach the clinic, call, or sign in again.</source>
        <translation>Lo que había aquí ya no está en este dispositivo. Para hablar con la clínica, llama o entra de nuevo.</translation>
    </message>
    <message>
        <source>What you wrote was not sent. Call the clinic. The rest is gone from this device.</source>
        <translation>Lo que escribiste no se envió. Llama a la clínica. Lo demás ya no está en este dispositivo.</translation>
    </message>
    <message>
        <source>Other answers to the same questions are at your clinic, and these were not put in their place. They are kept here. You can look at both and choose, or save a copy for your clinic.</source>
        <translation>Tu clínica tiene otras respuestas a las mismas preguntas, y estas no las reemplazaron. Quedan guardadas aquí. Puedes ver las dos y elegir, o guardar una copia para tu clínica.</translation>
    </message>
    <message>
        <source>Your clinic may have taken back the answers that it had to these questions. Yours are kept here. You can send them again, as new ones, or save a copy for your clinic.</source>
        <translation>Puede que tu clínica haya anulado las respuestas que tenía a estas preguntas. Las tuyas se guardan aquí. Puedes volver a enviarlas, como nuevas, o guardar una copia para tu clínica.</translation>
    </message>
    <message>
        <source>It is too long for the clinic’s server. It is kept here. You can save a copy for your clinic.</source>
        <translation>Es muy largo para el servidor de la clínica. Queda guardado aquí. Puedes guardar una copia para tu clínica.</translation>
    </message>
    <message>
        <source>Your clinic may have taken back the answers that it had to these questions. Yours are kept here. You can save a copy for your clinic.</source>
        <translation>Puede que tu clínica haya anulado las respuestas que tenía a estas preguntas. Las tuyas se guardan aquí. Puedes guardar una copia para tu clínica.</translation>
    </message>
    <message>
        <source>The clinic’s server could not take it as it is. It is not something you did. It is kept here. You can save a copy for your clinic.</source>
        <translation>El servidor de la clínica no pudo recibirlo así como está. No es por algo que hiciste. Queda guardado aquí. Puedes guardar una copia para tu clínica.</translation>
    </message>
    <message>
        <source>This app is for patients and their family</source>
        <translation>Esta app es para pacientes y sus familias</translation>
    </message>
    <message>
        <source>You were not signed in. If you work at the clinic, use its own tools.</source>
        <translation>No se inició tu sesión. Si trabajas en la clínica, usa sus propias herramientas.</translation>
    </message>
    <message>
        <source>Your clinic’s server does not know this app yet</source>
        <translation>El servidor de tu clínica todavía no conoce esta app</translation>
    </message>
    <message>
        <source>It is not something you did. Call your clinic, and ask if it can let Handrail in.</source>
        <translation>No es por algo que hiciste. Llama a tu clínica y pregunta si puede dejar entrar a Handrail.</translation>
    </message>
    <message>
        <source>This needs a connection. Try again when you have one.</source>
        <translation>Para esto se necesita conexión. Inténtalo de nuevo cuando la tengas.</translation>
    </message>
    <message>
        <source>It is not something you did. Try again in a while.</source>
        <translation>No es por algo que hiciste. Inténtalo de nuevo en un rato.</translation>
    </message>
    <message>
        <source>Your clinic’s server did not take this</source>
        <translation>El servidor de tu clínica no aceptó esto</translation>
    </message>
    <message>
        <source>It is not something you did. Please call your clinic.</source>
        <translation>No es por algo que hiciste. Llama a tu clínica, por favor.</translation>
    </message>
</context>
<context>
    <name>ProgramCard</name>
    <message>
        <source>See your progress</source>
        <translation>Ver tu avance</translation>
    </message>
    <message>
        <source>At your pace. Coming back is always okay.</source>
        <translation>A tu ritmo. Volver siempre está bien.</translation>
    </message>
    <message>
        <source>See your plan</source>
        <translation>Ver tu plan</translation>
    </message>
</context>
<context>
    <name>ProgressPage</name>
    <message>
        <source>Your progress</source>
        <translation>Tu avance</translation>
    </message>
    <message>
        <source>How far back</source>
        <translation>Cuánto tiempo</translation>
    </message>
    <message>
        <source>2 weeks</source>
        <translation>2 semanas</translation>
    </message>
    <message>
        <source>4 weeks</source>
        <translation>4 semanas</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Reading your days</source>
        <translation>Leyendo tus días</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>Llamar al %1</translation>
    </message>
    <message>
        <source>Some days can’t be read on this device. They are left out here.</source>
        <translation>Algunos días no se pueden leer en este dispositivo. Aquí no aparecen.</translation>
    </message>
    <message>
        <source>Your days will show here</source>
        <translation>Aquí se verán tus días</translation>
    </message>
    <message>
        <source>There is no check-in in this time yet. After a few, lines and words show how it goes.</source>
        <translation>Todavía no hay registros en este tiempo. Después de unos pocos, líneas y palabras muestran cómo va.</translation>
    </message>
    <message>
        <source>Start the check-in</source>
        <translation>Empezar el registro</translation>
    </message>
    <message>
        <source>Show as a list</source>
        <translation>Mostrar como lista</translation>
    </message>
    <message>
        <source>Choose a day to mark it.</source>
        <translation>Elige un día para marcarlo.</translation>
    </message>
    <message>
        <source>A page for your next visit</source>
        <translation>Una página para tu próxima visita</translation>
    </message>
    <message>
        <source>Made on this device. You see it first.</source>
        <translation>Se hace en este dispositivo. Primero la ves tú.</translation>
    </message>
</context>
<context>
    <name>ProgressSegments</name>
    <message>
        <source>Step %1 of %2</source>
        <translation>Paso %1 de %2</translation>
    </message>
</context>
<context>
    <name>ProgressText</name>
    <message>
        <source>Urges are about the same as in the %1 days before.</source>
        <translation>Las ganas son casi iguales que en los %1 días anteriores.</translation>
    </message>
    <message>
        <source>Urges are about the same as in the first half.</source>
        <translation>Las ganas son casi iguales que en la primera mitad.</translation>
    </message>
    <message>
        <source>Urges are lower in the last %1 days than in the %1 before.</source>
        <translation>Las ganas son menores en los últimos %1 días que en los %1 anteriores.</translation>
    </message>
    <message>
        <source>Urges are lower than in the first half.</source>
        <translation>Las ganas son menores que en la primera mitad.</translation>
    </message>
    <message>
        <source>Urges are higher in the last %1 days than in the %1 before. That can happen.</source>
        <translation>Las ganas son mayores en los últimos %1 días que en los %1 anteriores. Eso puede pasar.</translation>
    </message>
    <message>
        <source>Urges are higher than in the first half. That can happen.</source>
        <translation>Las ganas son mayores que en la primera mitad. Eso puede pasar.</translation>
    </message>
    <message>
        <source>Mood is about the same as in the %1 days before.</source>
        <translation>El ánimo es casi igual que en los %1 días anteriores.</translation>
    </message>
    <message>
        <source>Mood is about the same as in the first half.</source>
        <translation>El ánimo es casi igual que en la primera mitad.</translation>
    </message>
    <message>
        <source>Mood is lower in the last %1 days than in the %1 before. That can happen.</source>
        <translation>El ánimo es más bajo en los últimos %1 días que en los %1 anteriores. Eso puede pasar.</translation>
    </message>
    <message>
        <source>Mood is lower than in the first half. That can happen.</source>
        <translation>El ánimo es más bajo que en la primera mitad. Eso puede pasar.</translation>
    </message>
    <message>
        <source>Mood is higher in the last %1 days than in the %1 before.</source>
        <translation>El ánimo es más alto en los últimos %1 días que en los %1 anteriores.</translation>
    </message>
    <message>
        <source>Mood is higher than in the first half.</source>
        <translation>El ánimo es más alto que en la primera mitad.</translation>
    </message>
    <message>
        <source>About %1 a night.</source>
        <translation>Unas %1 por noche.</translation>
    </message>
    <message>
        <source>About %1 a night in the last %2 days. Before that, about %3.</source>
        <translation>Unas %1 por noche en los últimos %2 días. Antes, unas %3.</translation>
    </message>
    <message>
        <source>About %1 a night in the later half. Before that, about %2.</source>
        <translation>Unas %1 por noche en la segunda mitad. Antes, unas %2.</translation>
    </message>
    <message numerus="yes">
        <source>Your clinic has not marked %n session(s) yet.</source>
        <translation>
            <numerusform>Tu clínica todavía no marcó %n sesión.</numerusform>
            <numerusform>Tu clínica todavía no marcó %n sesiones.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n día</numerusform>
            <numerusform>%n días</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2, %3</source>
        <extracomment>Two dates of one year and that year: Nov 5 to Nov 18, 2026</extracomment>
        <translation>del %1 al %2 de %3</translation>
    </message>
    <message>
        <source>%1, %2 to %3, %4</source>
        <extracomment>Two dates, each with its year</extracomment>
        <translation>del %1 de %2 al %3 de %4</translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <extracomment>A date as QLocale formats it: Nov 2025</extracomment>
        <translation>MMM yyyy</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message numerus="yes">
        <source>Answers on %n day(s).</source>
        <translation>
            <numerusform>Respuestas en %n día.</numerusform>
            <numerusform>Respuestas en %n días.</numerusform>
        </translation>
    </message>
    <message>
        <source>No answers in this time.</source>
        <translation>No hay respuestas en este tiempo.</translation>
    </message>
    <message>
        <source>ddd, MMM d</source>
        <extracomment>A date as QLocale formats it: Wed, Nov 18</extracomment>
        <translation>ddd, d MMM</translation>
    </message>
    <message>
        <source>ddd, MMM d, yyyy</source>
        <extracomment>A date as QLocale formats it: Wed, Nov 18, 2025</extracomment>
        <translation>ddd, d MMM yyyy</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>November 2026</comment>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>del %1 al %2</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 hora</translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1 horas</translation>
    </message>
    <message>
        <source>urge %1 of 10</source>
        <translation>ganas %1 de 10</translation>
    </message>
    <message>
        <source>mood %1</source>
        <comment>a word such as: okay</comment>
        <translation>ánimo: %1</translation>
    </message>
    <message>
        <source>%1 of sleep</source>
        <translation>%1 de sueño</translation>
    </message>
    <message>
        <source>No answers</source>
        <translation>Sin respuestas</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between things in a list</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>On average: %1</source>
        <translation>En promedio: %1</translation>
    </message>
    <message>
        <source>A star</source>
        <translation>Una estrella</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a day and what was on it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sesión</translation>
    </message>
    <message>
        <source>You were there</source>
        <translation>Estuviste ahí</translation>
    </message>
    <message>
        <source>Not marked yet</source>
        <translation>Todavía sin marcar</translation>
    </message>
    <message>
        <source>How often these were a bother. Low is %1, high is %2.</source>
        <extracomment>The ends of a chart, in a form’s own words: not at all, nearly every day</extracomment>
        <translation>Qué tan seguido te molestó. Abajo es %1, arriba es %2.</translation>
    </message>
    <message>
        <source>Mood check, %1 questions</source>
        <translation>Chequeo de ánimo, %1 preguntas</translation>
    </message>
    <message>
        <source>Worry check, %1 questions</source>
        <translation>Chequeo de nervios, %1 preguntas</translation>
    </message>
    <message>
        <source>About as often as the time before.</source>
        <translation>Más o menos tan seguido como la vez anterior.</translation>
    </message>
    <message>
        <source>Less often than the time before.</source>
        <translation>Menos seguido que la vez anterior.</translation>
    </message>
    <message>
        <source>More often than the time before. That can happen.</source>
        <translation>Más seguido que la vez anterior. Puede pasar.</translation>
    </message>
    <message>
        <source>Answered once in this time.</source>
        <translation>Respondido una vez en este tiempo.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a day and a word</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>mood check (%1): %2</source>
        <comment>how many questions, and words of a form such as: several days</comment>
        <translation>chequeo de ánimo (%1): %2</translation>
    </message>
    <message>
        <source>worry check (%1): %2</source>
        <comment>how many questions, and words of a form such as: several days</comment>
        <translation>chequeo de nervios (%1): %2</translation>
    </message>
    <message numerus="yes">
        <source>skills %n time(s)</source>
        <translation>
            <numerusform>técnicas %n vez</numerusform>
            <numerusform>técnicas %n veces</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on average</source>
        <comment>words of a form such as: several days</comment>
        <translation>%1 en promedio</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Your clinic needs an answer here.</source>
        <translation>Tu clínica necesita una respuesta aquí.</translation>
    </message>
    <message>
        <source>You do not have to say. Help is here any time.</source>
        <translation>No tienes que decirlo. La ayuda está aquí a cualquier hora.</translation>
    </message>
    <message>
        <source>Open Help now</source>
        <translation>Abrir Ayuda ya</translation>
    </message>
    <message>
        <source>Your care team can see this, but not right away. In danger? Tap Help now.</source>
        <translation>Tu equipo de atención puede ver esto, pero no enseguida. ¿Estás en peligro? Toca Ayuda ya.</translation>
    </message>
    <message>
        <source>Your care team may not read this right away. In danger now? Tap Help now.</source>
        <translation>Puede que tu equipo de atención no lea esto enseguida. ¿Estás en peligro ahora? Toca Ayuda ya.</translation>
    </message>
</context>
<context>
    <name>QuestionPage</name>
    <message>
        <source>Clear my answer</source>
        <translation>Borrar mi respuesta</translation>
    </message>
    <message>
        <source>%1 You can skip any.</source>
        <translation>%1 Puedes saltar cualquiera.</translation>
    </message>
    <message>
        <source>After a tap the next one comes by itself.</source>
        <translation>Al tocar, la siguiente llega sola.</translation>
    </message>
    <message>
        <source>This device could not save your last answer. It is still here while the app is open.</source>
        <translation>Este dispositivo no pudo guardar tu última respuesta. Sigue aquí mientras la app esté abierta.</translation>
    </message>
    <message>
        <source>Clear my answers</source>
        <translation>Borrar mis respuestas</translation>
    </message>
    <message>
        <source>Finish now</source>
        <translation>Terminar ya</translation>
    </message>
    <message>
        <source>You can finish now, or go on if you like.</source>
        <translation>Puedes terminar ahora, o seguir si quieres.</translation>
    </message>
</context>
<context>
    <name>QuickCheck</name>
    <message>
        <source>Quick check: %1</source>
        <translation>Una pregunta: %1</translation>
    </message>
    <message>
        <source>This fits best.</source>
        <translation>Esta es la mejor respuesta.</translation>
    </message>
    <message>
        <source>Another one fits better.</source>
        <translation>Hay una respuesta mejor.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>QuickExit</name>
    <message>
        <source>Leave quickly</source>
        <translation>Salir rápido</translation>
    </message>
</context>
<context>
    <name>RailPath</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>RailSlider</name>
    <message>
        <source>Slide, or tap a number</source>
        <translation>Desliza, o toca un número</translation>
    </message>
    <message>
        <source>Nothing is picked yet</source>
        <translation>Todavía no eliges nada</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>One less</source>
        <translation>Uno menos</translation>
    </message>
    <message>
        <source>Skip this one</source>
        <translation>Saltar esta</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>Uno más</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Menos</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
</context>
<context>
    <name>ReachOutPlayer</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>People to reach</source>
        <translation>Personas a quienes acudir</translation>
    </message>
    <message>
        <source>Choose a person</source>
        <translation>Elige a una persona</translation>
    </message>
    <message>
        <source>My person</source>
        <translation>Mi persona</translation>
    </message>
    <message>
        <source>Somebody who is good to hear</source>
        <translation>Alguien a quien te hace bien oír</translation>
    </message>
    <message>
        <source>Call my clinic</source>
        <translation>Llamar a mi clínica</translation>
    </message>
    <message>
        <source>Nobody there? Open Help now</source>
        <translation>¿No hay nadie? Abre Ayuda ya</translation>
    </message>
    <message>
        <source>People answer day and night</source>
        <translation>Contestan personas de día y de noche</translation>
    </message>
    <message>
        <source>When you call</source>
        <translation>Cuando llames</translation>
    </message>
    <message>
        <source>Or a text. Pick one and change it.</source>
        <translation>O un mensaje. Elige uno y cámbialo.</translation>
    </message>
    <message>
        <source>Your message</source>
        <translation>Tu mensaje</translation>
    </message>
    <message>
        <source>Choose who gets it</source>
        <translation>Elige quién lo recibe</translation>
    </message>
    <message>
        <source>Your phone sends it when you press Send there. The app sends nothing.</source>
        <translation>Tu teléfono lo envía cuando tocas Enviar ahí. La app no envía nada.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Who gets it?</source>
        <translation>¿Quién lo recibe?</translation>
    </message>
</context>
<context>
    <name>ReadOnlyAnswer</name>
    <message>
        <source>Filled in for you</source>
        <translation>Ya viene llenado</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Nada todavía</translation>
    </message>
</context>
<context>
    <name>RelativesCard</name>
    <message>
        <source>No relative sees anything</source>
        <translation>Ningún familiar ve nada</translation>
    </message>
    <message>
        <source>You share nothing with a relative now.</source>
        <translation>Ahora no compartes nada con un familiar.</translation>
    </message>
    <message>
        <source>What you signed</source>
        <translation>Lo que firmaste</translation>
    </message>
    <message>
        <source>Each consent: when, until when, and its words</source>
        <translation>Cada permiso: cuándo, hasta cuándo y su texto</translation>
    </message>
    <message>
        <source>People I share with</source>
        <translation>Personas con quienes comparto</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Familia</translation>
    </message>
    <message>
        <source>Ask your clinic who else can see sessions</source>
        <translation>Pregunta a tu clínica quién más puede ver sesiones</translation>
    </message>
</context>
<context>
    <name>ReminderPreview</name>
    <message>
        <source>It looks like this: %1. %2</source>
        <translation>Se ve así: %1. %2</translation>
    </message>
</context>
<context>
    <name>ReminderRows</name>
    <message>
        <source>Reminders</source>
        <translation>Recordatorios</translation>
    </message>
    <message>
        <source>Discreet reminders</source>
        <translation>Recordatorios discretos</translation>
    </message>
    <message>
        <source>No health words. Two a day at most. Only while Handrail is open.</source>
        <translation>Sin palabras de salud. Dos al día como máximo. Solo con Handrail abierto.</translation>
    </message>
    <message>
        <source>Before a session</source>
        <translation>Antes de una sesión</translation>
    </message>
    <message>
        <source>Daily list</source>
        <translation>Lista del día</translation>
    </message>
    <message>
        <source>For check-ins and forms that are not done</source>
        <translation>Para registros y formularios que faltan</translation>
    </message>
    <message>
        <source>Daily list at</source>
        <translation>Hora de la lista</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>En silencio desde</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>En silencio hasta</translation>
    </message>
    <message>
        <source>The day before, 2 hours before, and when a video session begins</source>
        <translation>El día antes, 2 horas antes, y cuando empieza una sesión por video</translation>
    </message>
    <message>
        <source>2 hours before, and when a video session begins</source>
        <translation>2 horas antes, y cuando empieza una sesión por video</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>Lo nuevo</translation>
    </message>
    <message>
        <source>When a time changes</source>
        <translation>Cuando cambia una hora</translation>
    </message>
    <message>
        <source>Messages, answers, and when a time changes</source>
        <translation>Mensajes, respuestas, y cuando cambia una hora</translation>
    </message>
</context>
<context>
    <name>ReminderText</name>
    <message>
        <source>Reminder</source>
        <translation>Recordatorio</translation>
    </message>
    <message>
        <source>You have something %1.</source>
        <translation>Tienes algo %1</translation>
    </message>
    <message>
        <source>You have something tomorrow %1.</source>
        <translation>Tienes algo mañana %1</translation>
    </message>
    <message>
        <source>Hello</source>
        <translation>Hola</translation>
    </message>
    <message>
        <source>Your daily list is ready.</source>
        <translation>Tu lista del día está lista.</translation>
    </message>
    <message>
        <source>Something new is on your list.</source>
        <translation>Hay algo nuevo en tu lista.</translation>
    </message>
    <message>
        <source>Your list is here when you want it.</source>
        <translation>Tu lista está aquí cuando la quieras.</translation>
    </message>
    <message>
        <source>Your timer is done.</source>
        <translation>Tu tiempo terminó.</translation>
    </message>
    <message>
        <source>New message</source>
        <translation>Mensaje nuevo</translation>
    </message>
    <message>
        <source>Open to read it.</source>
        <translation>Abre para leerlo.</translation>
    </message>
    <message>
        <source>Time to go.</source>
        <translation>Es hora de salir.</translation>
    </message>
    <message>
        <source>It is almost time. You can come in.</source>
        <translation>Ya casi es la hora. Puedes entrar.</translation>
    </message>
    <message>
        <source>Your weekly list is ready.</source>
        <translation>Tu lista de la semana está lista.</translation>
    </message>
    <message>
        <source>A time has changed</source>
        <translation>Cambió una hora</translation>
    </message>
    <message>
        <source>%1 is now %2.</source>
        <comment>a day and a time of it</comment>
        <translation>%1: la nueva hora es %2</translation>
    </message>
    <message>
        <source>Open to see it.</source>
        <translation>Abre para verlo.</translation>
    </message>
    <message>
        <source>News for you</source>
        <translation>Hay algo nuevo</translation>
    </message>
    <message>
        <source>Your schedule has changed</source>
        <translation>Tu horario cambió</translation>
    </message>
</context>
<context>
    <name>RequestCard</name>
    <message>
        <source>What you told your clinic</source>
        <translation>Lo que dijiste a tu clínica</translation>
    </message>
    <message>
        <source>Call your clinic instead</source>
        <translation>Mejor llama a tu clínica</translation>
    </message>
</context>
<context>
    <name>RequestText</name>
    <message>
        <source>Saved here. Not sent yet.</source>
        <translation>Guardado aquí. Todavía sin enviar.</translation>
    </message>
    <message>
        <source>Sending now.</source>
        <translation>Se está enviando.</translation>
    </message>
    <message>
        <source>Request sent %1.</source>
        <translation>Solicitud enviada: %1</translation>
    </message>
    <message>
        <source>Request sent.</source>
        <translation>Solicitud enviada.</translation>
    </message>
    <message>
        <source>Your clinic has seen it.</source>
        <translation>Tu clínica lo vio.</translation>
    </message>
    <message>
        <source>Your clinic could not take it. Please call.</source>
        <translation>Tu clínica no pudo recibirlo. Llama, por favor.</translation>
    </message>
    <message>
        <source>You asked for a ride</source>
        <translation>Pediste que te lleven</translation>
    </message>
    <message>
        <source>You asked for another time</source>
        <translation>Pediste otra hora</translation>
    </message>
    <message>
        <source>You asked for a letter</source>
        <translation>Pediste una carta</translation>
    </message>
    <message>
        <source>You said this is not right</source>
        <translation>Dijiste que esto no está bien</translation>
    </message>
    <message>
        <source>You wrote to your clinic</source>
        <translation>Escribiste a tu clínica</translation>
    </message>
    <message>
        <source>You told us you can’t come</source>
        <translation>Nos avisaste que no puedes ir</translation>
    </message>
    <message>
        <source>You told us you’ll be late</source>
        <translation>Nos dijiste que llegas tarde</translation>
    </message>
    <message>
        <source>You told us you plan to come</source>
        <translation>Nos dijiste que piensas ir</translation>
    </message>
    <message>
        <source>That was for %1, %2. This session has moved. Can you come at the new time?</source>
        <translation>Eso era para el %1, %2. Esta sesión cambió. ¿Puedes venir a la nueva hora?</translation>
    </message>
    <message>
        <source>That was for %1, %2. This session has moved. If you still need it, ask again.</source>
        <translation>Eso era para %1, %2. Esta sesión cambió de hora. Si todavía lo necesitas, pídelo otra vez.</translation>
    </message>
    <message>
        <source>This session was moved. Check that your ride is for the new time.</source>
        <translation>Esta sesión cambió de hora. Confirma que tu transporte sea para la hora nueva.</translation>
    </message>
    <message>
        <source>This session was moved.</source>
        <translation>Esta sesión cambió de hora.</translation>
    </message>
</context>
<context>
    <name>RoleText</name>
    <message>
        <source>Counselor</source>
        <translation>Consejería</translation>
    </message>
    <message>
        <source>Peer guide</source>
        <translation>Guía de apoyo mutuo</translation>
    </message>
    <message>
        <source>Prescriber</source>
        <translation>Atención médica</translation>
    </message>
    <message>
        <source>family</source>
        <translation>familia</translation>
    </message>
    <message>
        <source>partner</source>
        <translation>pareja</translation>
    </message>
    <message>
        <source>spouse</source>
        <translation>cónyuge</translation>
    </message>
    <message>
        <source>husband</source>
        <translation>esposo</translation>
    </message>
    <message>
        <source>wife</source>
        <translation>esposa</translation>
    </message>
    <message>
        <source>friend</source>
        <translation>amistad</translation>
    </message>
    <message>
        <source>parent</source>
        <translation>padre o madre</translation>
    </message>
    <message>
        <source>mother</source>
        <translation>madre</translation>
    </message>
    <message>
        <source>father</source>
        <translation>padre</translation>
    </message>
    <message>
        <source>child</source>
        <translation>hijo o hija</translation>
    </message>
    <message>
        <source>daughter</source>
        <translation>hija</translation>
    </message>
    <message>
        <source>son</source>
        <translation>hijo</translation>
    </message>
    <message>
        <source>sibling</source>
        <translation>hermano o hermana</translation>
    </message>
    <message>
        <source>sister</source>
        <translation>hermana</translation>
    </message>
    <message>
        <source>brother</source>
        <translation>hermano</translation>
    </message>
    <message>
        <source>grandparent</source>
        <translation>abuelo o abuela</translation>
    </message>
    <message>
        <source>aunt</source>
        <translation>tía</translation>
    </message>
    <message>
        <source>uncle</source>
        <translation>tío</translation>
    </message>
    <message>
        <source>cousin</source>
        <translation>primo o prima</translation>
    </message>
</context>
<context>
    <name>SafetyLines</name>
    <message>
        <source>Could it be opioids?</source>
        <translation>¿Pueden ser opioides?</translation>
    </message>
    <message>
        <source>Give naloxone, even if unsure. See the steps.</source>
        <translation>Da naloxona, aunque tengas dudas. Ve los pasos.</translation>
    </message>
    <message>
        <source>More people who can help</source>
        <translation>Más personas que pueden ayudar</translation>
    </message>
    <message>
        <source>Did you take something or hurt yourself?</source>
        <translation>¿Tomaste algo o te hiciste daño?</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>Yes, I took something or hurt myself</source>
        <translation>Sí, tomé algo o me hice daño</translation>
    </message>
    <message>
        <source>Call my person</source>
        <translation>Llamar a mi persona</translation>
    </message>
    <message>
        <source>My person</source>
        <translation>Mi persona</translation>
    </message>
    <message>
        <source>Choose a person</source>
        <translation>Elige a alguien</translation>
    </message>
</context>
<context>
    <name>SafetyPage</name>
    <message>
        <source>Please call now.</source>
        <translation>Llama ahora, por favor.</translation>
    </message>
    <message>
        <source>Thank you for telling us.</source>
        <translation>Gracias por contarnos.</translation>
    </message>
    <message>
        <source>Stay on this page. You matter.</source>
        <translation>Quédate en esta página. Tu vida importa.</translation>
    </message>
    <message>
        <source>You matter, and you can get help right now.</source>
        <translation>Tu vida importa, y puedes recibir ayuda ahora mismo.</translation>
    </message>
    <message>
        <source>I called someone</source>
        <translation>Llamé a alguien</translation>
    </message>
    <message>
        <source>I am safe for now</source>
        <translation>Estoy a salvo por ahora</translation>
    </message>
</context>
<context>
    <name>SafetyPlanPage</name>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>My safety plan</source>
        <translation>Mi plan de seguridad</translation>
    </message>
    <message>
        <source>No one watches this page. In danger, use Help now.</source>
        <translation>Nadie vigila esta página. En peligro, usa Ayuda ya.</translation>
    </message>
</context>
<context>
    <name>SafetyPlanPaperPage</name>
    <message>
        <source>My plan on paper</source>
        <translation>Mi plan en papel</translation>
    </message>
    <message>
        <source>This is all that will be on the page. Nothing is written before you say so.</source>
        <translation>Esto es todo lo que tendrá la página. No se guarda nada antes de que tú lo digas.</translation>
    </message>
    <message>
        <source>What is on it</source>
        <translation>Qué contiene</translation>
    </message>
    <message>
        <source>My name</source>
        <translation>Mi nombre</translation>
    </message>
    <message>
        <source>My people’s numbers</source>
        <translation>Los números de mis personas</translation>
    </message>
    <message>
        <source>Save as a PDF</source>
        <translation>Guardar como PDF</translation>
    </message>
</context>
<context>
    <name>SafetyPlanStepPage</name>
    <message>
        <source>My safety plan</source>
        <translation>Mi plan de seguridad</translation>
    </message>
    <message>
        <source>Close. Your words are kept.</source>
        <translation>Cerrar. Tus palabras se guardan.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>My own words</source>
        <translation>Mis propias palabras</translation>
    </message>
    <message>
        <source>%1, in my own words</source>
        <translation>%1, con mis palabras</translation>
    </message>
    <message>
        <source>Each line is a thing of its own. You can leave it empty.</source>
        <translation>Cada línea es una cosa aparte. Puedes dejarlo vacío.</translation>
    </message>
    <message>
        <source>Your words are not saved yet.</source>
        <translation>Tus palabras todavía no están guardadas.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
</context>
<context>
    <name>SavedLine</name>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
</context>
<context>
    <name>SchedulePage</name>
    <message>
        <source>Sessions</source>
        <translation>Sesiones</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>Week before</source>
        <translation>Semana anterior</translation>
    </message>
    <message>
        <source>%1. Go to today</source>
        <translation>%1. Ir a hoy</translation>
    </message>
    <message>
        <source>Week after</source>
        <translation>Semana siguiente</translation>
    </message>
    <message>
        <source>See that week</source>
        <translation>Ver esa semana</translation>
    </message>
</context>
<context>
    <name>ScheduleRows</name>
    <message>
        <source>The whole schedule</source>
        <translation>Todo el horario</translation>
    </message>
    <message>
        <source>Add all to your calendar</source>
        <translation>Agregar todo a tu calendario</translation>
    </message>
    <message>
        <source>Each is called “Appointment”.</source>
        <translation>Cada una se llama “Cita”.</translation>
    </message>
    <message>
        <source>Your sessions so far</source>
        <translation>Tus sesiones hasta hoy</translation>
    </message>
    <message>
        <source>What your clinic noted, and a letter for work</source>
        <translation>Lo que anotó tu clínica, y una carta para el trabajo</translation>
    </message>
</context>
<context>
    <name>SegmentScale</name>
    <message>
        <source>One less</source>
        <translation>Uno menos</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>Uno más</translation>
    </message>
    <message>
        <source>%1 of 10</source>
        <translation>%1 de 10</translation>
    </message>
    <message>
        <source>Nothing is picked yet</source>
        <translation>Aún no hay nada elegido</translation>
    </message>
    <message>
        <source>0: %1</source>
        <translation>0: %1</translation>
    </message>
    <message>
        <source>10: %1</source>
        <translation>10: %1</translation>
    </message>
</context>
<context>
    <name>SentCard</name>
    <message>
        <source>Your team may not see this right away. The app does not watch over you.</source>
        <translation>Puede que tu equipo no vea esto enseguida. La app no te vigila ni te cuida.</translation>
    </message>
    <message>
        <source>If you are in danger, call %1.</source>
        <translation>Si estás en peligro, llama al %1.</translation>
    </message>
</context>
<context>
    <name>SentText</name>
    <message>
        <source>Sent to your care team %1.</source>
        <translation>Enviado a tu equipo de atención %1</translation>
    </message>
    <message>
        <source>Your care team has it.</source>
        <translation>Tu equipo de atención lo tiene.</translation>
    </message>
    <message>
        <source>Your clinic could not take it. It is kept here.</source>
        <translation>Tu clínica no pudo recibirlo. Está guardado aquí.</translation>
    </message>
    <message>
        <source>Kept on this device. It is not sent.</source>
        <translation>Guardado en este dispositivo. No se envía.</translation>
    </message>
    <message>
        <source>Saved on this device. Not sent yet.</source>
        <translation>Guardado en este dispositivo. Todavía sin enviar.</translation>
    </message>
    <message>
        <source>Your clinic has other answers, perhaps from another device of yours. These are kept here until you choose.</source>
        <translation>Tu clínica tiene otras respuestas, quizá de otro dispositivo tuyo. Estas se guardan aquí hasta que elijas.</translation>
    </message>
</context>
<context>
    <name>ServerField</name>
    <message>
        <source>clinic.example/fhir/R4</source>
        <translation>clinic.example/fhir/R4</translation>
    </message>
    <message>
        <source>Your clinic gives it to you, on paper or in a message.</source>
        <translation>Tu clínica te la da, en papel o en un mensaje.</translation>
    </message>
    <message>
        <source>Your clinic’s address</source>
        <translation>La dirección web de tu clínica</translation>
    </message>
</context>
<context>
    <name>SessionBody</name>
    <message>
        <source>This session is not there any more</source>
        <translation>Esta sesión ya no está</translation>
    </message>
    <message>
        <source>Your clinic may have changed it. Your schedule has the newest times.</source>
        <translation>Tal vez tu clínica la cambió. Tu agenda tiene las horas más nuevas.</translation>
    </message>
    <message>
        <source>See your schedule</source>
        <translation>Ver tu agenda</translation>
    </message>
    <message>
        <source>Directions</source>
        <translation>Cómo llegar</translation>
    </message>
    <message>
        <source>What to bring</source>
        <translation>Qué llevar</translation>
    </message>
    <message>
        <source>Can’t make it?</source>
        <translation>¿No puedes ir?</translation>
    </message>
    <message>
        <source>You bring</source>
        <translation>Llevas</translation>
    </message>
    <message>
        <source>I can come after all</source>
        <translation>Sí puedo ir</translation>
    </message>
    <message>
        <source>I plan to come</source>
        <translation>Pienso ir</translation>
    </message>
    <message>
        <source>How I get there</source>
        <translation>Cómo llego</translation>
    </message>
    <message>
        <source>Say it once, and see when to leave.</source>
        <translation>Dilo una vez y ve cuándo salir.</translation>
    </message>
    <message>
        <source>Late, can’t come, need a ride. Your place is safe.</source>
        <translation>Tarde, no puedes ir, o que te lleven. Tu lugar está seguro.</translation>
    </message>
    <message>
        <source>Check mic and camera</source>
        <translation>Revisar micrófono y cámara</translation>
    </message>
    <message>
        <source>I can’t come</source>
        <translation>No puedo ir</translation>
    </message>
    <message>
        <source>Tell the clinic. You can still change your mind.</source>
        <translation>Avisa a la clínica. Todavía puedes cambiar de idea.</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>Guardar el archivo</translation>
    </message>
</context>
<context>
    <name>SessionCard</name>
    <message>
        <source>Join</source>
        <translation>Unirme</translation>
    </message>
    <message>
        <source>Directions</source>
        <translation>Cómo llegar</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>SessionFacts</name>
    <message>
        <source>When, where and who</source>
        <translation>Cuándo, dónde y con quién</translation>
    </message>
    <message>
        <source>Add to calendar</source>
        <translation>Agregar al calendario</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Agregar</translation>
    </message>
    <message>
        <source>By video</source>
        <translation>Por video</translation>
    </message>
    <message>
        <source>From a quiet place, with headphones if you have them</source>
        <translation>Desde un lugar tranquilo, con audífonos si tienes</translation>
    </message>
    <message>
        <source>Or by video</source>
        <translation>O por video</translation>
    </message>
</context>
<context>
    <name>SessionHeading</name>
    <message>
        <source>Topic: %1</source>
        <translation>Tema: %1</translation>
    </message>
    <message>
        <source>Cancelled. Nothing you need to do.</source>
        <translation>Cancelada. No tienes que hacer nada.</translation>
    </message>
    <message>
        <source>Moved. %1</source>
        <translation>Cambió de hora. %1</translation>
    </message>
    <message>
        <source>Not confirmed yet. %1</source>
        <translation>Aún sin confirmar. %1</translation>
    </message>
    <message>
        <source>Not confirmed yet</source>
        <translation>Aún sin confirmar</translation>
    </message>
</context>
<context>
    <name>SessionItem</name>
    <message>
        <source>Group session</source>
        <translation>Sesión de grupo</translation>
    </message>
    <message>
        <source>One-on-one</source>
        <translation>Sesión individual</translation>
    </message>
    <message>
        <source>Family session</source>
        <translation>Sesión familiar</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Medication visit</source>
        <translation>Cita de medicinas</translation>
    </message>
    <message>
        <source>Mind and body</source>
        <translation>Mente y cuerpo</translation>
    </message>
    <message>
        <source>First visit</source>
        <translation>Primera visita</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sesión</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <extracomment>The last two of a list of people: &quot;Dana Ruiz and Sam Ortiz&quot;</extracomment>
        <translation>%1 y %2</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Video · %1</source>
        <translation>Video · %1</translation>
    </message>
    <message>
        <source>Time not known</source>
        <translation>Hora por confirmar</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Was %1</source>
        <translation>Antes: %1</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Unirme</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>en %1</translation>
    </message>
    <message>
        <source>Starts in %1</source>
        <translation>Empieza en %1</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ahora</translation>
    </message>
    <message>
        <source>In session now</source>
        <translation>En sesión ahora</translation>
    </message>
    <message>
        <source>You were there</source>
        <translation>Estuviste ahí</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>cancelada</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>cambiada</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelada</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Sin enviar</translation>
    </message>
    <message>
        <source>Can’t come</source>
        <translation>No vas</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Cambiada</translation>
    </message>
    <message>
        <source>Nothing you need to do</source>
        <translation>No tienes que hacer nada</translation>
    </message>
    <message>
        <source>%1, %2 time</source>
        <translation>%1, hora de %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1, time not known. Call your clinic to ask.</source>
        <translation>%1, hora por confirmar. Llama a tu clínica para preguntar.</translation>
    </message>
    <message>
        <source>Join opens %1</source>
        <translation>Podrás unirte %1</translation>
    </message>
    <message>
        <source>Ends %1</source>
        <translation>Termina %1</translation>
    </message>
    <message>
        <source>Not confirmed yet</source>
        <translation>Aún sin confirmar</translation>
    </message>
    <message>
        <source>not confirmed yet</source>
        <translation>aún sin confirmar</translation>
    </message>
    <message>
        <source>%1, or by video</source>
        <extracomment>where a session is held: &quot;Room 2, Harbor Street Clinic, or by video&quot;</extracomment>
        <translation>%1, o por video</translation>
    </message>
</context>
<context>
    <name>SessionsCard</name>
    <message>
        <source>Sessions</source>
        <translation>Sesiones</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>See all your sessions so far</source>
        <translation>Ver todas tus sesiones hasta hoy</translation>
    </message>
</context>
<context>
    <name>SharingCard</name>
    <message>
        <source>What you can see</source>
        <translation>Lo que puedes ver</translation>
    </message>
    <message>
        <source>Lessons for families</source>
        <translation>Lecciones para familias</translation>
    </message>
</context>
<context>
    <name>SharingPage</name>
    <message>
        <source>People I share with</source>
        <translation>Personas con quienes comparto</translation>
    </message>
    <message>
        <source>They see what you chose, and nothing else. You can stop at any time.</source>
        <translation>Ven lo que elegiste y nada más. Puedes parar cuando quieras.</translation>
    </message>
    <message>
        <source>Your invitation for %1 is not finished</source>
        <translation>Tu invitación para %1 no está terminada</translation>
    </message>
    <message>
        <source>You signed it, and no answer came yet.</source>
        <translation>La firmaste y aún no hay respuesta.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>You share with nobody</source>
        <translation>No compartes con nadie</translation>
    </message>
    <message>
        <source>You can invite family or a friend to family sessions. They see the times and the link, and what else you choose.</source>
        <translation>Puedes invitar a tu familia o a una amistad a las sesiones familiares. Ven las horas, el enlace y lo que tú elijas.</translation>
    </message>
    <message>
        <source>Invite somebody</source>
        <translation>Invitar a alguien</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Terminado</translation>
    </message>
</context>
<context>
    <name>SharingPersonPage</name>
    <message>
        <source>This is not there any more</source>
        <translation>Esto ya no está</translation>
    </message>
    <message>
        <source>Your list has what is true now.</source>
        <translation>Tu lista muestra lo que vale ahora.</translation>
    </message>
    <message>
        <source>Call your clinic</source>
        <translation>Llamar a tu clínica</translation>
    </message>
    <message>
        <source>Make a code</source>
        <translation>Hacer un código</translation>
    </message>
    <message>
        <source>If you made one before, that one stops working.</source>
        <translation>Si ya hiciste uno, ese deja de servir.</translation>
    </message>
    <message>
        <source>What %1 could see</source>
        <translation>Lo que podía ver %1</translation>
    </message>
    <message>
        <source>What they could see</source>
        <translation>Lo que podía ver</translation>
    </message>
    <message>
        <source>What %1 can see</source>
        <translation>Lo que puede ver %1</translation>
    </message>
    <message>
        <source>What they can see</source>
        <translation>Lo que puede ver</translation>
    </message>
    <message>
        <source>Read what you signed</source>
        <translation>Leer lo que firmaste</translation>
    </message>
    <message>
        <source>Stop sharing</source>
        <translation>Dejar de compartir</translation>
    </message>
    <message>
        <source>Stop sharing with %1?</source>
        <translation>¿Dejar de compartir con %1?</translation>
    </message>
    <message>
        <source>Stop now</source>
        <translation>Parar ya</translation>
    </message>
    <message>
        <source>What %1 still sees</source>
        <translation>Lo que %1 todavía ve</translation>
    </message>
    <message>
        <source>Another permission for %1</source>
        <translation>Otro permiso para %1</translation>
    </message>
    <message>
        <source>Sign again</source>
        <translation>Firmar otra vez</translation>
    </message>
</context>
<context>
    <name>SharingRow</name>
    <message>
        <source>People I share with</source>
        <translation>Personas con quienes comparto</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Familia</translation>
    </message>
    <message>
        <source>Invite somebody, or stop sharing</source>
        <translation>Invita a alguien o deja de compartir</translation>
    </message>
    <message>
        <source>Ask your clinic who else can see sessions</source>
        <translation>Pregunta a tu clínica quién más puede ver sesiones</translation>
    </message>
</context>
<context>
    <name>SharingRows</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
</context>
<context>
    <name>SharingSeen</name>
    <message>
        <source>Your clinic does not show this here. You can ask what %1 opened.</source>
        <translation>Tu clínica no lo muestra aquí. Puedes preguntar qué abrió %1.</translation>
    </message>
    <message>
        <source>This was not loaded yet.</source>
        <translation>Esto aún no se ha cargado.</translation>
    </message>
    <message>
        <source>Nothing lately. The whole list may have more.</source>
        <translation>Nada últimamente. Puede haber más en la lista completa.</translation>
    </message>
    <message>
        <source>%1 had not looked at anything then.</source>
        <translation>Hasta entonces, %1 no había mirado nada.</translation>
    </message>
    <message>
        <source>%1 has not looked at anything yet.</source>
        <translation>%1 aún no ha mirado nada.</translation>
    </message>
    <message>
        <source>What %1 saw, and when</source>
        <translation>Qué vio %1 y cuándo</translation>
    </message>
    <message>
        <source>What they saw</source>
        <translation>Qué vio</translation>
    </message>
    <message>
        <source>Asking your clinic…</source>
        <translation>Consultando a tu clínica…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Who looked</source>
        <translation>Quién miró</translation>
    </message>
    <message>
        <source>The whole list: everybody who opened your records</source>
        <translation>La lista completa: todas las personas que abrieron tus registros</translation>
    </message>
</context>
<context>
    <name>SharingText</name>
    <message>
        <source>Somebody you invited</source>
        <translation>Alguien a quien invitaste</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Terminado</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Terminó</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Terminando</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Terminado</translation>
    </message>
    <message>
        <source>The clinic signs first</source>
        <translation>Primero firma la clínica</translation>
    </message>
    <message>
        <source>Sharing now</source>
        <translation>Compartes ahora</translation>
    </message>
    <message>
        <source>Invited</source>
        <translation>Con invitación</translation>
    </message>
    <message>
        <source>All family sessions</source>
        <translation>Todas las sesiones familiares</translation>
    </message>
    <message>
        <source>One family session</source>
        <translation>Una sesión familiar</translation>
    </message>
    <message>
        <source>when you are busy</source>
        <translation>cuándo no estás libre</translation>
    </message>
    <message>
        <source>if you came</source>
        <translation>si fuiste</translation>
    </message>
    <message>
        <source>Saved here. It takes effect when this device is online. To stop now, call your clinic.</source>
        <translation>Guardado aquí. Vale cuando este dispositivo tenga conexión. Para parar ya, llama a tu clínica.</translation>
    </message>
    <message>
        <source>Saved. Sending it now.</source>
        <translation>Guardado. Enviando ahora.</translation>
    </message>
    <message>
        <source>Stopped. %1 sees nothing from now on.</source>
        <translation>Listo. %1 no ve nada desde ahora.</translation>
    </message>
    <message>
        <source>Your clinic’s server did not take this. Please call your clinic.</source>
        <translation>El servidor de tu clínica no recibió esto. Llama a tu clínica, por favor.</translation>
    </message>
    <message>
        <source>This permission is over. %1 still sees what another one allows. You can stop that one, too: it is in the list of people you share with.</source>
        <translation>Este permiso terminó. %1 todavía ve lo que otro permite. También puedes parar ese: está en la lista de personas con quienes compartes.</translation>
    </message>
    <message>
        <source>This permission is over. %1 still has an invitation that is open: it is in the list of people you share with.</source>
        <translation>Este permiso terminó. %1 todavía tiene una invitación abierta: está en la lista de personas con quienes compartes.</translation>
    </message>
    <message>
        <source>This permission ends. %1 still sees what another one allows, until you stop that one, too.</source>
        <translation>Este permiso termina. %1 todavía ve lo que otro permite, hasta que también lo termines.</translation>
    </message>
    <message>
        <source>This permission ends. %1 still has an invitation that is open.</source>
        <translation>Este permiso termina. %1 todavía tiene una invitación abierta.</translation>
    </message>
    <message>
        <source>%1 sees nothing and joins nothing from then on.</source>
        <translation>Desde entonces %1 no ve nada ni entra a nada.</translation>
    </message>
    <message>
        <source>It ends for %1, too: you signed one permission for all of them.</source>
        <translation>También termina para %1: firmaste un solo permiso para todos.</translation>
    </message>
    <message>
        <source>If their device is offline, within a day at the latest. %1 is not told why. Your clinic is told.</source>
        <translation>Si su dispositivo está sin conexión, en un día a más tardar. %1 no sabrá por qué. Tu clínica sí lo sabe.</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Go back</source>
        <translation>Volver</translation>
    </message>
</context>
<context>
    <name>SheetBody</name>
    <message>
        <source>Skip any part.</source>
        <translation>Puedes saltar partes.</translation>
    </message>
    <message>
        <source>%1. Skip any part.</source>
        <translation>%1. Puedes saltar partes.</translation>
    </message>
    <message>
        <source>Begin a new one</source>
        <translation>Empezar otra</translation>
    </message>
    <message>
        <source>What you wrote before</source>
        <translation>Lo que escribiste antes</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
</context>
<context>
    <name>SheetPage</name>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>This is not here any more</source>
        <translation>Esto ya no está aquí</translation>
    </message>
    <message>
        <source>See what I made</source>
        <translation>Ver lo que hice</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
</context>
<context>
    <name>SheetReading</name>
    <message>
        <source>This skill is not here any more. Your words stay.</source>
        <translation>Esta técnica ya no está aquí. Tus palabras se quedan.</translation>
    </message>
    <message>
        <source>Delete this</source>
        <translation>Borrar esto</translation>
    </message>
    <message>
        <source>Open my safety plan</source>
        <translation>Abrir mi plan de seguridad</translation>
    </message>
</context>
<context>
    <name>SheetText</name>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>%1 of 10</source>
        <translation>%1 de 10</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Off: only you see this</source>
        <translation>No: solo tú ves esto</translation>
    </message>
    <message>
        <source>On: it goes to your care team in a few seconds, for %1</source>
        <translation>Sí: va a tu equipo de atención en unos segundos, para: %1</translation>
    </message>
    <message>
        <source>On: it waits to be sent, for %1</source>
        <translation>Sí: espera para enviarse, para: %1</translation>
    </message>
    <message>
        <source>On: it may be at your clinic. It can’t be taken back now.</source>
        <translation>Sí: puede que ya esté en tu clínica. Ahora no se puede retirar.</translation>
    </message>
    <message>
        <source>Your clinic could not take it. Only you see this.</source>
        <translation>Tu clínica no pudo recibirla. Solo tú ves esto.</translation>
    </message>
    <message>
        <source>Sent to your care team: %1</source>
        <translation>Enviada a tu equipo de atención: %1</translation>
    </message>
    <message>
        <source>Sent to your care team: %1. You changed it since.</source>
        <translation>Enviada a tu equipo de atención: %1. Después la cambiaste.</translation>
    </message>
    <message>
        <source>It does not wait to be sent any more.</source>
        <translation>Ya no espera para enviarse.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>On: it waits here as it is now, until a one-on-one is planned</source>
        <translation>Sí: espera aquí como está ahora, hasta que haya una sesión individual</translation>
    </message>
    <message>
        <source>On: it waits here until a one-on-one is planned. You changed it since, and what is new stays here.</source>
        <translation>Sí: espera aquí hasta que haya una sesión individual. Después la cambiaste, y lo nuevo se queda aquí.</translation>
    </message>
</context>
<context>
    <name>SignOutPage</name>
    <message>
        <source>Sign out</source>
        <translation>Salir de mi cuenta</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Todavía sin enviar</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>No queda nada</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Enviando…</translation>
    </message>
    <message>
        <source>Stay signed in</source>
        <translation>Quedarme en mi cuenta</translation>
    </message>
    <message>
        <source>Your clinic has everything that you sent from here.</source>
        <translation>Tu clínica tiene todo lo que enviaste desde aquí.</translation>
    </message>
    <message>
        <source>Send it now</source>
        <translation>Enviarlo ahora</translation>
    </message>
    <message>
        <source>See what waits</source>
        <translation>Ver lo que espera</translation>
    </message>
    <message>
        <source>Sign out and erase</source>
        <translation>Salir y borrar</translation>
    </message>
    <message>
        <source>Your records at your clinic stay. So do Help now, calendar entries, copies you saved, and your text size and language.</source>
        <translation>Tus datos en tu clínica se quedan. También Ayuda ya, el calendario, las copias que guardaste, el tamaño del texto y el idioma.</translation>
    </message>
    <message>
        <source>Sign out and erase what is here</source>
        <translation>Salir y borrar lo que hay aquí</translation>
    </message>
    <message>
        <source>Erases everything of this account on this device, sent or not. It also erases your clinic’s number, if nobody else uses Handrail here.</source>
        <translation>Borra todo lo de esta cuenta en este dispositivo, enviado o no. Borra también el número de tu clínica, si nadie más usa Handrail aquí.</translation>
    </message>
</context>
<context>
    <name>SignedOutHelp</name>
    <message>
        <source>No sign-in needed</source>
        <translation>No hace falta entrar a tu cuenta</translation>
    </message>
    <message>
        <source>No PIN needed</source>
        <translation>No hace falta el PIN</translation>
    </message>
    <message>
        <source>No code needed</source>
        <translation>No hace falta código</translation>
    </message>
</context>
<context>
    <name>SigningInPage</name>
    <message>
        <source>Asking your clinic for its sign-in page.</source>
        <translation>Estamos pidiendo a tu clínica la página para entrar.</translation>
    </message>
    <message>
        <source>It has opened in your web browser. When you are done there, come back here.</source>
        <translation>Se abrió en tu navegador. Cuando termines ahí, vuelve aquí.</translation>
    </message>
    <message>
        <source>No page came up?</source>
        <translation>¿No se abrió la página?</translation>
    </message>
    <message>
        <source>Try once more, or copy this address into your web browser.</source>
        <translation>Inténtalo otra vez, o copia esta dirección en tu navegador.</translation>
    </message>
    <message>
        <source>Open the page again</source>
        <translation>Abrir la página de nuevo</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Copiar la dirección</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Sign in on your clinic’s page</source>
        <translation>Entra en la página de tu clínica</translation>
    </message>
</context>
<context>
    <name>SkillAfter</name>
    <message>
        <source>You gave this some time.</source>
        <translation>Le diste un rato a esto.</translation>
    </message>
    <message>
        <source>How strong is it now?</source>
        <translation>¿Qué tan fuerte es ahora?</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>as strong as it gets</source>
        <translation>lo más fuerte posible</translation>
    </message>
    <message>
        <source>Did it help?</source>
        <translation>¿Te ayudó?</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>Not this time</source>
        <translation>Esta vez no</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Otra vez</translation>
    </message>
    <message>
        <source>You can skip this. What you say here stays on this device.</source>
        <translation>Puedes saltarlo. Lo que dices aquí se queda en este dispositivo.</translation>
    </message>
    <message>
        <source>Go on: %1</source>
        <translation>Seguir: %1</translation>
    </message>
</context>
<context>
    <name>SkillAsk</name>
    <message>
        <source>How strong is it now? 0 to 10</source>
        <translation>¿Qué tan fuerte es ahora? 0 a 10</translation>
    </message>
    <message>
        <source>Skip this question</source>
        <translation>Saltar esta pregunta</translation>
    </message>
</context>
<context>
    <name>SkillBody</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
    <message>
        <source>Read the steps</source>
        <translation>Leer los pasos</translation>
    </message>
    <message>
        <source>Saved as a favorite. Take it away</source>
        <translation>Guardada como favorita. Quitarla</translation>
    </message>
    <message>
        <source>Save as a favorite</source>
        <translation>Guardar como favorita</translation>
    </message>
    <message>
        <source>This skill is not here</source>
        <translation>Esta técnica no está aquí</translation>
    </message>
    <message>
        <source>It may come back with an update. The other skills are here.</source>
        <translation>Puede volver con una actualización. Las otras técnicas están aquí.</translation>
    </message>
    <message>
        <source>See all skills</source>
        <translation>Ver todas las técnicas</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>Es bueno saberlo</translation>
    </message>
</context>
<context>
    <name>SkillFirst</name>
    <message>
        <source>Good to know first</source>
        <translation>Es bueno saberlo antes</translation>
    </message>
    <message>
        <source>I have read what is good to know</source>
        <translation>Ya leí lo que es bueno saber</translation>
    </message>
    <message>
        <source>Read all that is good to know</source>
        <translation>Leer todo lo que es bueno saber</translation>
    </message>
</context>
<context>
    <name>SkillListPage</name>
    <message>
        <source>Hidden skills</source>
        <translation>Técnicas ocultas</translation>
    </message>
    <message>
        <source>All skills</source>
        <translation>Todas las técnicas</translation>
    </message>
    <message>
        <source>These are not offered. An update does not change that.</source>
        <translation>Estas no se ofrecen. Una actualización no cambia eso.</translation>
    </message>
    <message>
        <source>No skill is hidden</source>
        <translation>No hay técnicas ocultas</translation>
    </message>
    <message>
        <source>No skills here</source>
        <translation>Aquí no hay técnicas</translation>
    </message>
    <message>
        <source>You may have hidden them. All skills has the rest.</source>
        <translation>Tal vez las ocultaste. En todas las técnicas está el resto.</translation>
    </message>
    <message>
        <source>See all skills</source>
        <translation>Ver todas las técnicas</translation>
    </message>
    <message numerus="yes">
        <source>Show hidden (%n)</source>
        <translation>
            <numerusform>Mostrar la oculta (%n)</numerusform>
            <numerusform>Mostrar las ocultas (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SkillRow</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>%1 is a favorite. Take it away</source>
        <translation>%1 es favorita. Quitarla</translation>
    </message>
    <message>
        <source>Save %1 as a favorite</source>
        <translation>Guardar %1 como favorita</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Show %1 again</source>
        <translation>Mostrar %1 otra vez</translation>
    </message>
</context>
<context>
    <name>SkillSearchPage</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Search skills</source>
        <translation>Buscar técnicas</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Borrar</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n encontrada</numerusform>
            <numerusform>%n encontradas</numerusform>
        </translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>Técnicas</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Lecciones</translation>
    </message>
    <message>
        <source>Worksheets</source>
        <translation>Hojas de trabajo</translation>
    </message>
    <message numerus="yes">
        <source>See all %n found</source>
        <translation>
            <numerusform>Ver %n encontrada</numerusform>
            <numerusform>Ver las %n encontradas</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found for “%1”</source>
        <translation>No se encontró nada para «%1»</translation>
    </message>
    <message>
        <source>Try another word, or pick how you feel.</source>
        <translation>Prueba otra palabra o elige cómo te sientes.</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>¿Quisiste decir %1?</translation>
    </message>
    <message>
        <source>See all skills</source>
        <translation>Ver todas las técnicas</translation>
    </message>
</context>
<context>
    <name>SkillSteps</name>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Back to the exercise</source>
        <translation>Volver al ejercicio</translation>
    </message>
</context>
<context>
    <name>SkillWords</name>
    <message>
        <source>Craving now</source>
        <translation>Ganas ahora</translation>
    </message>
    <message>
        <source>Anxious</source>
        <translation>Ansiedad</translation>
    </message>
    <message>
        <source>Can’t sleep</source>
        <translation>No puedo dormir</translation>
    </message>
    <message>
        <source>Angry</source>
        <translation>Enojo</translation>
    </message>
    <message>
        <source>Lonely</source>
        <translation>Soledad</translation>
    </message>
    <message>
        <source>Feeling low</source>
        <translation>Ánimo bajo</translation>
    </message>
    <message>
        <source>In pain</source>
        <translation>Dolor</translation>
    </message>
    <message>
        <source>Bored</source>
        <translation>Aburrimiento</translation>
    </message>
    <message>
        <source>You said the urge is strong</source>
        <translation>Dijiste que las ganas son fuertes</translation>
    </message>
    <message>
        <source>You said there is an urge</source>
        <translation>Dijiste que hay ganas</translation>
    </message>
    <message>
        <source>For the day after a hard day</source>
        <translation>Para después de un día difícil</translation>
    </message>
    <message>
        <source>You said you feel low</source>
        <translation>Dijiste que tu ánimo está bajo</translation>
    </message>
    <message>
        <source>You said today feels hard to get through</source>
        <translation>Dijiste que hoy se siente difícil</translation>
    </message>
    <message>
        <source>You said the night was short</source>
        <translation>Dijiste que la noche fue corta</translation>
    </message>
    <message>
        <source>You said you slept badly</source>
        <translation>Dijiste que dormiste mal</translation>
    </message>
    <message>
        <source>You said you are hungry</source>
        <translation>Dijiste que tienes hambre</translation>
    </message>
    <message>
        <source>You said you are angry</source>
        <translation>Dijiste que sientes enojo</translation>
    </message>
    <message>
        <source>You said you are lonely</source>
        <translation>Dijiste que sientes soledad</translation>
    </message>
    <message>
        <source>You said you are tired</source>
        <translation>Dijiste que tienes cansancio</translation>
    </message>
    <message>
        <source>You said you are bored</source>
        <translation>Dijiste que sientes aburrimiento</translation>
    </message>
    <message>
        <source>You said you are in pain</source>
        <translation>Dijiste que tienes dolor</translation>
    </message>
    <message>
        <source>You said you feel stressed</source>
        <translation>Dijiste que sientes estrés</translation>
    </message>
    <message>
        <source>You said evenings feel hard</source>
        <translation>Dijiste que las noches se sienten difíciles</translation>
    </message>
    <message>
        <source>For the night</source>
        <translation>Para la madrugada</translation>
    </message>
    <message>
        <source>For the evening</source>
        <translation>Para esta noche</translation>
    </message>
    <message>
        <source>It fits what you said</source>
        <translation>Va con lo que dijiste</translation>
    </message>
    <message>
        <source>One of your favorites</source>
        <translation>Una de tus favoritas</translation>
    </message>
    <message>
        <source>It helped you last time</source>
        <translation>Te ayudó la última vez</translation>
    </message>
    <message>
        <source>Good at any time</source>
        <translation>Buena a cualquier hora</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message>
        <source>For a hard moment</source>
        <translation>Para un momento difícil</translation>
    </message>
</context>
<context>
    <name>SkillsFrame</name>
    <message>
        <source>Pick a skill</source>
        <translation>Elige una técnica</translation>
    </message>
    <message>
        <source>It starts here, and you can stop at any time.</source>
        <translation>Empieza aquí y puedes parar cuando quieras.</translation>
    </message>
</context>
<context>
    <name>SkillsPage</name>
    <message>
        <source>Skills</source>
        <translation>Técnicas</translation>
    </message>
    <message>
        <source>Search skills</source>
        <translation>Buscar técnicas</translation>
    </message>
    <message>
        <source>How are you right now?</source>
        <translation>¿Cómo estás ahora?</translation>
    </message>
    <message>
        <source>Your favorites</source>
        <translation>Tus favoritas</translation>
    </message>
    <message>
        <source>What may help now</source>
        <translation>Lo que puede ayudar ahora</translation>
    </message>
    <message numerus="yes">
        <source>See all %n</source>
        <translation>
            <numerusform>Ver %n</numerusform>
            <numerusform>Ver las %n</numerusform>
        </translation>
    </message>
    <message>
        <source>What I made</source>
        <translation>Lo que hice</translation>
    </message>
    <message>
        <source>Worksheets and lists, kept on this device</source>
        <translation>Hojas y listas que se guardan en este dispositivo</translation>
    </message>
</context>
<context>
    <name>SourceList</name>
    <message>
        <source>Where this comes from</source>
        <translation>De dónde viene esto</translation>
    </message>
</context>
<context>
    <name>StartingPage</name>
    <message>
        <source>Getting your day ready</source>
        <translation>Estamos preparando tu día</translation>
    </message>
    <message>
        <source>Waiting for your device’s secure storage</source>
        <translation>Esperando el lugar seguro de tu dispositivo</translation>
    </message>
</context>
<context>
    <name>StatusBanner</name>
    <message>
        <source>Opens the sign-in page.</source>
        <translation>Abre la página de entrada.</translation>
    </message>
    <message>
        <source>Tries again.</source>
        <translation>Vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>Trying again…</source>
        <translation>Intentando de nuevo…</translation>
    </message>
    <message>
        <source>Shows what waits.</source>
        <translation>Muestra lo que espera.</translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message>
        <source>Day by day</source>
        <translation>Día por día</translation>
    </message>
    <message>
        <source>%1. %2. Marked: %3</source>
        <translation>%1. %2. Marca: %3</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>StepPeople</name>
    <message>
        <source>My people</source>
        <translation>Mis personas</translation>
    </message>
    <message>
        <source>Change my people</source>
        <translation>Cambiar mis personas</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Añadir a una persona</translation>
    </message>
    <message>
        <source>My clinic</source>
        <translation>Mi clínica</translation>
    </message>
</context>
<context>
    <name>StepperRow</name>
    <message>
        <source>%1, smaller</source>
        <translation>%1, más pequeño</translation>
    </message>
    <message>
        <source>%1, larger</source>
        <translation>%1, más grande</translation>
    </message>
</context>
<context>
    <name>StepsPlayer</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Terminar</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Take your time.</source>
        <translation>Tómate tu tiempo.</translation>
    </message>
</context>
<context>
    <name>StrengthSheet</name>
    <message>
        <source>How strong is it now?</source>
        <translation>¿Qué tan fuerte es ahora?</translation>
    </message>
    <message>
        <source>The craving, or the feeling. It stays on this device.</source>
        <translation>Las ganas o la emoción. Se queda en este dispositivo.</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Saltar</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>as strong as it gets</source>
        <translation>lo más fuerte posible</translation>
    </message>
</context>
<context>
    <name>SyncRow</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>TellClinic</name>
    <message>
        <source>I did it. Tell my clinic</source>
        <translation>Lo hice. Avisar a mi clínica</translation>
    </message>
    <message>
        <source>Your clinic asked for this. It hears nothing unless you switch this on.</source>
        <translation>Tu clínica pidió esto. No se entera de nada si no activas esto.</translation>
    </message>
    <message>
        <source>Tell my clinic that I did this</source>
        <translation>Avisar a mi clínica que hice esto</translation>
    </message>
    <message>
        <source>Your clinic asked for this. When you leave this page or the app, it hears that you did it.</source>
        <translation>Tu clínica pidió esto. Cuando sales de esta página o de la app, se entera de que lo hiciste.</translation>
    </message>
</context>
<context>
    <name>TellClinicPage</name>
    <message>
        <source>Tell the clinic</source>
        <translation>Avisar a la clínica</translation>
    </message>
    <message>
        <source>Someone is in danger now</source>
        <translation>Alguien está en peligro ahora</translation>
    </message>
    <message>
        <source>For you too, day or night</source>
        <translation>También para ti, de día o de noche</translation>
    </message>
    <message>
        <source>We can listen; we may not be able to answer or say if someone is a patient.</source>
        <translation>Podemos escuchar; quizá no podamos responder ni decir si alguien es paciente.</translation>
    </message>
    <message>
        <source>It may not be read right away.</source>
        <translation>Puede que no se lea enseguida.</translation>
    </message>
    <message>
        <source>What should the clinic know?</source>
        <translation>¿Qué debe saber la clínica?</translation>
    </message>
    <message>
        <source>Send to the clinic</source>
        <translation>Enviar a la clínica</translation>
    </message>
    <message>
        <source>What you told the clinic</source>
        <translation>Lo que avisaste a la clínica</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>TellSheet</name>
    <message>
        <source>I don’t understand</source>
        <translation>No lo entiendo</translation>
    </message>
    <message>
        <source>I don’t agree</source>
        <translation>No lo veo así</translation>
    </message>
    <message>
        <source>Feels too soon?</source>
        <translation>¿Te parece muy pronto?</translation>
    </message>
    <message>
        <source>Suggest a change</source>
        <translation>Proponer un cambio</translation>
    </message>
    <message>
        <source>It goes to your care team.</source>
        <translation>Va a tu equipo de atención.</translation>
    </message>
    <message>
        <source>In danger, use Help now.</source>
        <translation>En peligro, usa Ayuda ya.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>In my own words</source>
        <translation>En mis propias palabras</translation>
    </message>
    <message>
        <source>In my own words, if you like</source>
        <translation>En mis propias palabras, si quieres</translation>
    </message>
</context>
<context>
    <name>ThingsThatHelp</name>
    <message>
        <source>Things that may help</source>
        <translation>Cosas que pueden ayudar</translation>
    </message>
    <message>
        <source>What may help</source>
        <translation>Lo que puede ayudar</translation>
    </message>
    <message>
        <source>Ask my team to talk</source>
        <translation>Pedir hablar con mi equipo</translation>
    </message>
    <message>
        <source>Stay safe today</source>
        <translation>Cuídate hoy</translation>
    </message>
    <message>
        <source>What helps after a hard day</source>
        <translation>Lo que ayuda después de un día difícil</translation>
    </message>
    <message>
        <source>Call my person</source>
        <translation>Llamar a mi persona</translation>
    </message>
    <message>
        <source>My person</source>
        <translation>Mi persona</translation>
    </message>
    <message>
        <source>Choose a person</source>
        <translation>Elige a alguien</translation>
    </message>
    <message>
        <source>Open Help now</source>
        <translation>Abrir Ayuda ya</translation>
    </message>
    <message>
        <source>People answer day and night</source>
        <translation>Hay gente que contesta de día y de noche</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>Short lessons, for today or later</source>
        <translation>Lecciones cortas, para hoy o para más tarde</translation>
    </message>
</context>
<context>
    <name>TimeField</name>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>In 1 hour</source>
        <translation>En 1 hora</translation>
    </message>
    <message>
        <source>This evening</source>
        <translation>Esta noche</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Mañana</translation>
    </message>
    <message>
        <source>Or like this: 6:30 pm</source>
        <translation>O así: 6:30 p. m.</translation>
    </message>
</context>
<context>
    <name>TimeText</name>
    <message>
        <source>am</source>
        <translation>a.&#xa0;m.</translation>
    </message>
    <message>
        <source>pm</source>
        <translation>p.&#xa0;m.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>de %1 a %2</translation>
    </message>
    <message>
        <source>dddd, MMMM d</source>
        <extracomment>A date without the year, as QLocale formats it: Wednesday, November 18</extracomment>
        <translation>dddd, d &apos;de&apos; MMMM</translation>
    </message>
    <message>
        <source>MMM d</source>
        <extracomment>A short date as QLocale formats it: Nov 5</extracomment>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Mañana</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
    <message>
        <source>ddd, MMM d</source>
        <extracomment>A date as QLocale formats it: Thu, Dec 3</extracomment>
        <translation>ddd, d MMM</translation>
    </message>
    <message>
        <source>dddd d</source>
        <extracomment>A day in a list, as QLocale formats it: Thursday 19</extracomment>
        <translation>dddd d</translation>
    </message>
    <message>
        <source>Today, %1</source>
        <translation>Hoy, %1</translation>
    </message>
    <message>
        <source>Tomorrow, %1</source>
        <translation>Mañana, %1</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n día</numerusform>
            <numerusform>%n días</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hora</numerusform>
            <numerusform>%n horas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minuto</numerusform>
            <numerusform>%n minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>at %1</source>
        <comment>the hour is one</comment>
        <translation>a la %1</translation>
    </message>
    <message>
        <source>at %1</source>
        <comment>any other hour</comment>
        <translation>a las %1</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>days of two months: Nov 30 – Dec 6</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 %2–%3</source>
        <comment>days of one month: Nov 16–22</comment>
        <translation>%2–%3 %1</translation>
    </message>
    <message>
        <source>tomorrow %1</source>
        <comment>at 6:00 pm</comment>
        <translation>mañana %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>Monday at 6:00 pm, within a sentence</comment>
        <translation>el %1 %2</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>el %1</translation>
    </message>
</context>
<context>
    <name>TimedStage</name>
    <message>
        <source>Longer</source>
        <translation>Más tiempo</translation>
    </message>
    <message>
        <source>Skip this part</source>
        <translation>Saltar esta parte</translation>
    </message>
    <message>
        <source>Fewer words</source>
        <translation>Menos palabras</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Voz</translation>
    </message>
</context>
<context>
    <name>TimerPlayer</name>
    <message>
        <source>Begin</source>
        <translation>Empieza</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>You can put the phone away with this page open. The voice leads you. You can turn it off below.</source>
        <translation>Puedes guardar el teléfono con esta página abierta. La voz te guía. Puedes apagarla abajo.</translation>
    </message>
    <message>
        <source>The voice leads you. You can turn it off below.</source>
        <translation>La voz te guía. Puedes apagarla abajo.</translation>
    </message>
    <message>
        <source>The time goes on. There is no sound here: look now and then.</source>
        <translation>El tiempo sigue. Aquí no suena nada: mira de vez en cuando.</translation>
    </message>
    <message>
        <source>There is no sound here: look now and then.</source>
        <translation>Aquí no suena nada: mira de vez en cuando.</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Close. Your answers are kept.</source>
        <translation>Cerrar. Tus respuestas se quedan guardadas.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Lock Handrail</source>
        <translation>Bloquear Handrail</translation>
    </message>
</context>
<context>
    <name>TravelSheet</name>
    <message>
        <source>Own car</source>
        <translation>Carro propio</translation>
    </message>
    <message>
        <source>A ride</source>
        <translation>Alguien me lleva</translation>
    </message>
    <message>
        <source>Bus or train</source>
        <translation>Autobús o tren</translation>
    </message>
    <message>
        <source>On foot or by bike</source>
        <translation>A pie o en bici</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>En línea</translation>
    </message>
    <message>
        <source>How I get there</source>
        <translation>Cómo llego</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Minutes from door to door</source>
        <translation>Minutos de puerta a puerta</translation>
    </message>
    <message>
        <source>Remind me when to leave</source>
        <translation>Recordarme cuándo salir</translation>
    </message>
    <message>
        <source>It says “Time to go”, and nothing more. Only while Handrail is open.</source>
        <translation>Dice “Es hora de salir”, y nada más. Solo mientras Handrail está abierta.</translation>
    </message>
    <message>
        <source>You say it once for this place. It stays on this device. Handrail does not look where you are.</source>
        <translation>Lo dices una vez para este lugar. Se queda en este dispositivo. Handrail no mira dónde estás.</translation>
    </message>
</context>
<context>
    <name>TurnsVoice</name>
    <message>
        <source>Voice</source>
        <translation>Voz</translation>
    </message>
</context>
<context>
    <name>TwoWeeksCard</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Last 14 days</source>
        <translation>Últimos 14 días</translation>
    </message>
    <message>
        <source>Mood</source>
        <translation>Ánimo</translation>
    </message>
    <message>
        <source>Urge</source>
        <translation>Ganas</translation>
    </message>
</context>
<context>
    <name>TypedLines</name>
    <message>
        <source>Like this: %1</source>
        <translation>Así: %1</translation>
    </message>
    <message>
        <source>%1, answer %2</source>
        <translation>%1, respuesta %2</translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>En %1</translation>
    </message>
    <message>
        <source>Add another answer</source>
        <translation>Agregar otra respuesta</translation>
    </message>
    <message>
        <source>%1, unit</source>
        <translation>%1, unidad</translation>
    </message>
</context>
<context>
    <name>UndoCard</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>UrgeWave</name>
    <message>
        <source>The wave rises</source>
        <translation>La ola sube</translation>
    </message>
    <message>
        <source>The wave peaks</source>
        <translation>La ola llega a lo más alto</translation>
    </message>
    <message>
        <source>The wave fades</source>
        <translation>La ola baja</translation>
    </message>
    <message>
        <source>Rises</source>
        <translation>Sube</translation>
    </message>
    <message>
        <source>Peaks</source>
        <translation>Lo más alto</translation>
    </message>
    <message>
        <source>Fades</source>
        <translation>Baja</translation>
    </message>
</context>
<context>
    <name>VisitSummaryPage</name>
    <message>
        <source>For your next visit</source>
        <translation>Para tu próxima visita</translation>
    </message>
    <message>
        <source>This is all that will be on the page. Nothing is written before you say so.</source>
        <translation>Esto es todo lo que tendrá la página. No se guarda nada antes de que tú lo digas.</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>Llamar al %1</translation>
    </message>
    <message>
        <source>What is on it</source>
        <translation>Qué contiene</translation>
    </message>
    <message>
        <source>My name</source>
        <translation>Mi nombre</translation>
    </message>
    <message>
        <source>Urges and mood</source>
        <translation>Ganas y ánimo</translation>
    </message>
    <message>
        <source>Sleep</source>
        <translation>Sueño</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sesiones</translation>
    </message>
    <message>
        <source>Days I took care of myself</source>
        <translation>Días en que me cuidé</translation>
    </message>
    <message>
        <source>Save as a PDF</source>
        <translation>Guardar como PDF</translation>
    </message>
    <message>
        <source>Mood and worry checks</source>
        <translation>Chequeos de ánimo y nervios</translation>
    </message>
    <message>
        <source>What I want to talk about</source>
        <translation>De qué quiero hablar</translation>
    </message>
    <message>
        <source>Your own list of what to bring up</source>
        <translation>Tu propia lista de lo que quieres tratar</translation>
    </message>
    <message>
        <source>My program</source>
        <translation>Mi programa</translation>
    </message>
    <message>
        <source>Skills I used</source>
        <translation>Técnicas que usé</translation>
    </message>
    <message>
        <source>Notes from the visit</source>
        <translation>Notas de la visita</translation>
    </message>
    <message>
        <source>The visit</source>
        <translation>La visita</translation>
    </message>
    <message>
        <source>My goals</source>
        <translation>Mis metas</translation>
    </message>
    <message>
        <source>Medicine</source>
        <translation>Medicina</translation>
    </message>
    <message>
        <source>The names on your list</source>
        <translation>Los nombres de tu lista</translation>
    </message>
</context>
<context>
    <name>WaitPlayer</name>
    <message>
        <source>5 minutes longer</source>
        <translation>5 minutos más</translation>
    </message>
    <message>
        <source>You can leave this page. The time goes on.</source>
        <translation>Puedes salir de esta página. El tiempo sigue.</translation>
    </message>
</context>
<context>
    <name>WaitingPage</name>
    <message>
        <source>Your session</source>
        <translation>Tu sesión</translation>
    </message>
    <message>
        <source>Call your clinic</source>
        <translation>Llamar a tu clínica</translation>
    </message>
    <message>
        <source>Join again</source>
        <translation>Unirme otra vez</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Unirme</translation>
    </message>
    <message>
        <source>Asking your clinic…</source>
        <translation>Consultando a tu clínica…</translation>
    </message>
    <message>
        <source>Who leads it</source>
        <translation>Quién la dirige</translation>
    </message>
    <message>
        <source>Call your clinic, %1</source>
        <translation>Llama a tu clínica, %1</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Salir</translation>
    </message>
</context>
<context>
    <name>WavePlayer</name>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Without holding</source>
        <translation>Sin retener</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>It is not kept.</source>
        <translation>No se guarda.</translation>
    </message>
</context>
<context>
    <name>WebSheet</name>
    <message>
        <source>Open a web page?</source>
        <translation>¿Abrir una página web?</translation>
    </message>
    <message>
        <source>Nothing on this device opens web pages.</source>
        <translation>Nada en este dispositivo abre páginas web.</translation>
    </message>
    <message>
        <source>It is at %1. Handrail does not go there with you.</source>
        <translation>Está en %1. Handrail no te acompaña ahí.</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Abrir en el navegador</translation>
    </message>
</context>
<context>
    <name>WeekCard</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>WeekStrip</name>
    <message>
        <source>Days of this week</source>
        <translation>Días de esta semana</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Handrail</source>
        <translation>Handrail</translation>
    </message>
    <message>
        <source>Something to hold as you step down.</source>
        <translation>Un apoyo firme en cada paso.</translation>
    </message>
    <message>
        <source>Your program, your plan and your people, in one calm place.</source>
        <translation>Tu programa, tu plan y tu gente, en un lugar tranquilo.</translation>
    </message>
    <message>
        <source>Sign in with your program</source>
        <translation>Entrar con tu programa</translation>
    </message>
    <message>
        <source>First type your clinic’s address.</source>
        <translation>Primero escribe la dirección web de tu clínica.</translation>
    </message>
    <message>
        <source>Language: %1. Change</source>
        <translation>Idioma: %1. Cambiar</translation>
    </message>
    <message>
        <source>I have an invitation</source>
        <translation>Tengo una invitación</translation>
    </message>
</context>
<context>
    <name>WhoLookedPage</name>
    <message>
        <source>Who looked</source>
        <translation>Quién miró</translation>
    </message>
    <message>
        <source>Your clinic writes down who opens your records. Your own visits are not in this list.</source>
        <translation>Tu clínica anota quién abre tus registros. Tus propias visitas no están en esta lista.</translation>
    </message>
    <message>
        <source>Nobody so far</source>
        <translation>Nadie hasta ahora</translation>
    </message>
    <message>
        <source>When somebody opens your records, it shows here.</source>
        <translation>Cuando alguien abra tus registros, se verá aquí.</translation>
    </message>
    <message>
        <source>Your clinic does not show this</source>
        <translation>Tu clínica no muestra esto</translation>
    </message>
    <message>
        <source>You can ask your clinic who opened your records.</source>
        <translation>Puedes preguntar a tu clínica quién abrió tus registros.</translation>
    </message>
    <message>
        <source>Asking your clinic…</source>
        <translation>Consultando a tu clínica…</translation>
    </message>
    <message>
        <source>Show earlier</source>
        <translation>Mostrar lo anterior</translation>
    </message>
    <message>
        <source>Does something look wrong? Ask your clinic.</source>
        <translation>¿Algo no se ve bien? Pregunta a tu clínica.</translation>
    </message>
    <message>
        <source>Write to your clinic</source>
        <translation>Escribir a tu clínica</translation>
    </message>
</context>
<context>
    <name>WhoSeesPage</name>
    <message>
        <source>Who can see what</source>
        <translation>Quién puede ver qué</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>Llamar al %1</translation>
    </message>
    <message>
        <source>Your clinic</source>
        <translation>Tu clínica</translation>
    </message>
    <message>
        <source>Only you</source>
        <translation>Solo tú</translation>
    </message>
    <message>
        <source>On this device</source>
        <translation>En este dispositivo</translation>
    </message>
    <message>
        <source>Copies from your clinic, so that Handrail works offline. They are locked with a key that only this device has.</source>
        <translation>Copias de tu clínica, para que Handrail funcione sin conexión. Se protegen con una clave que solo tiene este dispositivo.</translation>
    </message>
    <message>
        <source>Download all of it</source>
        <translation>Descargar todo</translation>
    </message>
    <message>
        <source>One file. You see first what is in it.</source>
        <translation>Un archivo. Antes ves lo que tiene.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>People I share with</source>
        <translation>Personas con quienes comparto</translation>
    </message>
    <message>
        <source>Copies from your clinic. Nothing is kept after you close Handrail.</source>
        <translation>Copias de tu clínica. No se guarda nada cuando cierras Handrail.</translation>
    </message>
</context>
<context>
    <name>WhoSeesRow</name>
    <message>
        <source>Who can see what</source>
        <translation>Quién puede ver qué</translation>
    </message>
    <message>
        <source>Who looked, what you signed, download, delete</source>
        <translation>Quién miró, lo que firmaste, descargar, borrar</translation>
    </message>
</context>
<context>
    <name>WhySheet</name>
    <message>
        <source>Your clinic does not have it from here. Removed, it can’t come back.</source>
        <translation>Desde aquí tu clínica no lo tiene. Si lo quitas, no puede volver.</translation>
    </message>
    <message>
        <source>Remove it now</source>
        <translation>Quitarlo ahora</translation>
    </message>
    <message>
        <source>Remove it from this device</source>
        <translation>Quitarlo de este dispositivo</translation>
    </message>
    <message>
        <source>Change it and send it again</source>
        <translation>Cambiarlo y enviarlo de nuevo</translation>
    </message>
    <message>
        <source>Save a copy for your clinic</source>
        <translation>Guardar una copia para mi clínica</translation>
    </message>
    <message>
        <source>The copy is a plain text file in your Downloads. Who can use this device as you can read it. Handrail can’t erase it.</source>
        <translation>La copia es un archivo de texto común en tus Descargas. Quien pueda usar este dispositivo como tú puede leerla. Handrail no puede borrarla.</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>Llamar al %1</translation>
    </message>
    <message>
        <source>Your clinic does not have it from here. This goes with it: %1. Removed, it can’t come back.</source>
        <translation>Desde aquí tu clínica no lo tiene. Con ello se va: %1. Si lo quitas, no puede volver.</translation>
    </message>
    <message>
        <source>Look at both</source>
        <translation>Ver las dos</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Verlo</translation>
    </message>
</context>
<context>
    <name>WithdrawalCard</name>
    <message>
        <source>These signs need medical help now</source>
        <translation>Estas señales necesitan ayuda médica ahora</translation>
    </message>
    <message>
        <source>Open Help now</source>
        <translation>Abrir Ayuda ya</translation>
    </message>
</context>
<context>
    <name>YouCard</name>
    <message>
        <source>You</source>
        <translation>Tú</translation>
    </message>
    <message>
        <source>Your progress</source>
        <translation>Tu avance</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>Formularios</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Sent and waiting</source>
        <translation>Enviado y en espera</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) need you</source>
        <translation>
            <numerusform>%n cosa te necesita</numerusform>
            <numerusform>%n cosas te necesitan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) waiting to send</source>
        <translation>
            <numerusform>%n cosa por enviar</numerusform>
            <numerusform>%n cosas por enviar</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is sent</source>
        <translation>Todo está enviado</translation>
    </message>
</context>
<context>
    <name>handrail::AccessLogView</name>
    <message>
        <source>%1, %2</source>
        <comment>a day and a time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Last: %1. %2</source>
        <comment>who looked last, and when</comment>
        <translation>Último: %1. %2</translation>
    </message>
    <message>
        <source>Nobody so far</source>
        <translation>Nadie hasta ahora</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>Visto: %1</translation>
    </message>
</context>
<context>
    <name>handrail::AccountView</name>
    <message>
        <source>what was saved here and can’t be read now</source>
        <translation>lo que se guardó aquí y ahora no se puede leer</translation>
    </message>
    <message>
        <source>Everything is sent.</source>
        <translation>Todo está enviado.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) sent.</source>
        <translation>
            <numerusform>%n cosa enviada.</numerusform>
            <numerusform>%n cosas enviadas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not sent: your clinic wants you to sign in again first.</source>
        <translation>Sin enviar: tu clínica pide que entres de nuevo primero.</translation>
    </message>
    <message>
        <source>Not sent: you’re offline. It is still safe here.</source>
        <translation>Sin enviar: no tienes conexión. Sigue a salvo aquí.</translation>
    </message>
    <message>
        <source>Not sent: %1. It is still safe here.</source>
        <translation>Sin enviar: %1. Sigue a salvo aquí.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) can’t be sent as they are. Open what waits to see why.</source>
        <translation>
            <numerusform>%n cosa no se puede enviar así como está. Abre lo que espera para ver por qué.</numerusform>
            <numerusform>%n cosas no se pueden enviar así como están. Abre lo que espera para ver por qué.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not all of it could be sent now. It is still safe here.</source>
        <translation>No se pudo enviar todo ahora. Sigue a salvo aquí.</translation>
    </message>
    <message>
        <source>Your clinic can’t be reached</source>
        <translation>No se puede llegar a tu clínica</translation>
    </message>
    <message>
        <source>Everything is sent. What you did here is erased from this device. Your clinic’s phone number stays, for Help now.</source>
        <translation>Todo está enviado. Lo que hiciste aquí se borra de este dispositivo. Queda el teléfono de tu clínica, para Ayuda ya.</translation>
    </message>
    <message>
        <source>Check your connection and your clinic’s address. Then try again.</source>
        <translation>Revisa tu conexión y la dirección web de tu clínica. Luego vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>My safety plan from earlier</source>
        <translation>Mi plan de seguridad de antes</translation>
    </message>
    <message>
        <source>What is not sent or not finished will be lost, and what you made here too, because this device keeps nothing.</source>
        <translation>Lo que no se envió o no se terminó se perderá, y también lo que hiciste aquí, porque este dispositivo no guarda nada.</translation>
    </message>
    <message>
        <source>What is not sent stays locked on this device. It goes out after you sign in again.</source>
        <translation>Lo que no se envió queda bajo llave en este dispositivo. Se envía cuando vuelvas a iniciar sesión.</translation>
    </message>
    <message>
        <source>Not finished: %1. That stays locked here for now. A check-in waits for 12 hours, a form for 30 days.</source>
        <translation>Sin terminar: %1. Por ahora queda aquí bajo llave. Un registro espera 12 horas; un formulario, 30 días.</translation>
    </message>
    <message>
        <source>Only on this device: %1. That stays locked here. You see it after you sign in again.</source>
        <translation>Solo en este dispositivo: %1. Queda aquí bajo llave. Lo verás cuando vuelvas a iniciar sesión.</translation>
    </message>
    <message>
        <source>What came from your clinic is erased here. It comes back after you sign in.</source>
        <translation>Lo que vino de tu clínica se borra de aquí. Vuelve cuando inicies sesión.</translation>
    </message>
    <message>
        <source>What you wrote was not sent, and is gone from this device. Call the clinic. The rest is gone, too.</source>
        <translation>Lo que escribiste no se envió y ya no está en este dispositivo. Llama a la clínica. Lo demás tampoco está.</translation>
    </message>
    <message>
        <source>Your PIN can’t be checked right now</source>
        <translation>Tu PIN no se puede comprobar ahora</translation>
    </message>
    <message>
        <source>Nothing is erased. Please try again. If it stays like this, sign in with your clinic.</source>
        <translation>No se borró nada. Vuelve a intentarlo. Si sigue así, entra con tu clínica.</translation>
    </message>
    <message>
        <source>another person</source>
        <translation>otra persona</translation>
    </message>
    <message>
        <source>If somebody else uses Handrail here, what is theirs stays.</source>
        <translation>Si alguien más usa Handrail aquí, lo suyo se queda.</translation>
    </message>
    <message>
        <source>What you have here for %1 stays. To erase that too, go there and sign out there.</source>
        <translation>Lo que tienes aquí para %1 se queda. Para borrarlo también, ve allí y sal desde allí.</translation>
    </message>
    <message>
        <source>It was tried less than a minute ago. You can try again in a minute.</source>
        <translation>Se intentó hace menos de un minuto. Puedes volver a intentarlo en un minuto.</translation>
    </message>
    <message>
        <source>Unlock it if it asks you to. Then sign in again. If it stays like this, you can still use Handrail after that, but nothing new is kept when you close it.</source>
        <translation>Desbloquéalo si te lo pide. Después inicia sesión de nuevo. Si sigue así, aún podrás usar Handrail, pero al cerrarlo no se guardará nada nuevo.</translation>
    </message>
    <message>
        <source>what is behind the PIN you had before</source>
        <translation>lo que está tras el PIN que tenías antes</translation>
    </message>
    <message>
        <source>What is behind the PIN you had before stays locked here until %1 or longer. “Sign out and erase” removes it now.</source>
        <translation>Lo que está tras el PIN que tenías antes queda bloqueado aquí hasta el %1 o más tiempo. “Salir y borrar” lo borra ahora.</translation>
    </message>
</context>
<context>
    <name>handrail::AfterUseView</name>
    <message>
        <source>Alcohol</source>
        <translation>Alcohol</translation>
    </message>
    <message>
        <source>Opioids</source>
        <translation>Opioides</translation>
    </message>
    <message>
        <source>Stimulants</source>
        <translation>Estimulantes</translation>
    </message>
    <message>
        <source>Pills</source>
        <translation>Pastillas</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Otra cosa</translation>
    </message>
    <message>
        <source>Rather not say</source>
        <translation>Prefiero no decir</translation>
    </message>
</context>
<context>
    <name>handrail::AssignmentsView</name>
    <message>
        <source>When you have a moment</source>
        <translation>Cuando tengas un momento</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>Desde: %1</translation>
    </message>
    <message>
        <source>For today</source>
        <translation>Para hoy</translation>
    </message>
    <message>
        <source>By tomorrow</source>
        <translation>Para mañana</translation>
    </message>
    <message>
        <source>By %1</source>
        <translation>Hasta: %1</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>%1. Your clinic could not take it.</source>
        <translation>%1. Tu clínica no pudo recibirlo.</translation>
    </message>
    <message>
        <source>%1. Saved here. Not sent yet.</source>
        <translation>%1. Guardado aquí. Aún no enviado.</translation>
    </message>
    <message>
        <source>Nothing is due</source>
        <translation>No hay nada pendiente</translation>
    </message>
    <message numerus="yes">
        <source>%n form(s) due</source>
        <translation>
            <numerusform>%n formulario pendiente</numerusform>
            <numerusform>%n formularios pendientes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>a day, and what is true of the answers</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1. Kept on this device. It is not sent.</source>
        <translation>%1. Guardado en este dispositivo. No se envía.</translation>
    </message>
    <message>
        <source>%1. You began a change. It is not sent.</source>
        <translation>%1. Empezaste un cambio. No se ha enviado.</translation>
    </message>
</context>
<context>
    <name>handrail::AttendanceView</name>
    <message>
        <source>You were there</source>
        <translation>Estuviste ahí</translation>
    </message>
    <message>
        <source>Marked as missed</source>
        <translation>Anotada como falta</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelada</translation>
    </message>
    <message>
        <source>Cancelled by the clinic</source>
        <translation>Cancelada por la clínica</translation>
    </message>
    <message>
        <source>Not marked yet</source>
        <translation>Todavía sin marcar</translation>
    </message>
    <message numerus="yes">
        <source>You came to %1 of %n session(s).</source>
        <translation>
            <numerusform>Fuiste a %1 de %n sesión.</numerusform>
            <numerusform>Fuiste a %1 de %n sesiones.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 planned hours.</source>
        <translation>%1 de %2 horas previstas.</translation>
    </message>
    <message>
        <source>Not marked by your clinic yet: %1</source>
        <translation>Tu clínica aún no las anotó: %1</translation>
    </message>
    <message>
        <source>Cancelled: %1</source>
        <translation>Canceladas: %1</translation>
    </message>
    <message>
        <source>Cancelled by the clinic: %1</source>
        <translation>Canceladas por la clínica: %1</translation>
    </message>
    <message>
        <source>Without an end time, not in the hours: %1</source>
        <translation>Sin hora de fin, no cuentan en las horas: %1</translation>
    </message>
    <message>
        <source>This session is not there any more. Please call your clinic.</source>
        <translation>Esta sesión ya no está. Por favor llama a tu clínica.</translation>
    </message>
    <message>
        <source>Please look at your record of %1, %2, %3. It says: %4. I think that is not right.</source>
        <translation>Por favor miren su registro de %1, %2, %3. Dice: %4. Creo que eso no está bien.</translation>
    </message>
    <message>
        <source>Please write a letter for my work, for %1 to %2.</source>
        <translation>Por favor escriban una carta para mi trabajo, del %1 al %2.</translation>
    </message>
    <message>
        <source>Please write a letter for my school, for %1 to %2.</source>
        <translation>Por favor escriban una carta para mi escuela, del %1 al %2.</translation>
    </message>
    <message>
        <source>Please write me a letter, for %1 to %2.</source>
        <translation>Por favor escríbanme una carta, del %1 al %2.</translation>
    </message>
    <message>
        <source>Please say that I had appointments, and not what for.</source>
        <translation>Por favor digan que tuve citas, y no para qué.</translation>
    </message>
    <message>
        <source>Called off by you</source>
        <translation>La cancelaste tú</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>Desde el %1</translation>
    </message>
    <message>
        <source>Called off by you: %1</source>
        <translation>Canceladas por ti: %1</translation>
    </message>
    <message>
        <source>Hours planned this week: at least %1.</source>
        <translation>Horas programadas esta semana: al menos %1.</translation>
    </message>
    <message>
        <source>Hours planned this week: %1.</source>
        <translation>Horas programadas esta semana: %1.</translation>
    </message>
    <message>
        <source>You were there for %1 so far.</source>
        <translation>Hasta ahora asististe a %1.</translation>
    </message>
    <message>
        <source>%1 of %2 planned hours this week</source>
        <translation>%1 de %2 horas programadas esta semana</translation>
    </message>
</context>
<context>
    <name>handrail::BegunWords</name>
    <message>
        <source>This is too long to send. Only its beginning fits here.</source>
        <translation>Es demasiado largo para enviar. Aquí solo cabe el principio.</translation>
    </message>
    <message numerus="yes">
        <source>This is too long to send. Make it shorter by %n letter(s). All of it is kept here.</source>
        <translation>
            <numerusform>Es muy largo para enviarlo. Quita %n letra. Todo queda guardado aquí.</numerusform>
            <numerusform>Es muy largo para enviarlo. Quita %n letras. Todo queda guardado aquí.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) left</source>
        <translation>
            <numerusform>Queda %n letra</numerusform>
            <numerusform>Quedan %n letras</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handrail::BringUpView</name>
    <message>
        <source>%1, check-in: %2 %3</source>
        <translation>%1, registro: %2 %3</translation>
    </message>
    <message>
        <source>To bring up next time</source>
        <translation>Para hablar la próxima vez</translation>
    </message>
    <message>
        <source>I want to bring up</source>
        <translation>Quiero hablar de</translation>
    </message>
    <message>
        <source>This list is full. Bring it, or take something off first.</source>
        <translation>Esta lista está llena. Llévala, o quita algo primero.</translation>
    </message>
    <message>
        <source>%1, skill: %2</source>
        <translation>%1, técnica: %2</translation>
    </message>
</context>
<context>
    <name>handrail::CheckInDoneView</name>
    <message>
        <source>Only you can see this one.</source>
        <translation>Este solo lo puedes ver tú.</translation>
    </message>
    <message>
        <source>Your care team can see this. Your family can’t.</source>
        <translation>Tu equipo de atención puede ver esto. Tu familia no.</translation>
    </message>
    <message>
        <source>You do not have to say. Help is here any time.</source>
        <translation>No tienes que decirlo. La ayuda está aquí a cualquier hora.</translation>
    </message>
    <message>
        <source>Talk to your team before you stop or double a dose.</source>
        <translation>Habla con tu equipo antes de dejar o doblar una dosis.</translation>
    </message>
    <message>
        <source>You had some short nights. Tell your team. They can help with sleep.</source>
        <translation>Tuviste algunas noches cortas. Cuéntale a tu equipo. Puede ayudarte a dormir.</translation>
    </message>
    <message>
        <source>You took a minute for yourself. That counts.</source>
        <translation>Te diste un minuto para ti. Eso cuenta.</translation>
    </message>
    <message>
        <source>One day at a time is enough.</source>
        <translation>Un día a la vez basta.</translation>
    </message>
    <message>
        <source>It is good that you looked in.</source>
        <translation>Qué bueno que pasaste por aquí.</translation>
    </message>
    <message>
        <source>Steady days count too.</source>
        <translation>Los días tranquilos también cuentan.</translation>
    </message>
    <message>
        <source>Next session: %1, %2, %3</source>
        <translation>Próxima sesión: %1, %2, %3</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>Gracias</translation>
    </message>
    <message>
        <source>Thank you, %1</source>
        <translation>Gracias, %1</translation>
    </message>
    <message>
        <source>Urge</source>
        <translation>Ganas</translation>
    </message>
    <message>
        <source>Mood</source>
        <translation>Ánimo</translation>
    </message>
    <message>
        <source>Sleep</source>
        <translation>Sueño</translation>
    </message>
    <message>
        <source>Urges are about the same</source>
        <translation>Las ganas de consumir siguen más o menos igual</translation>
    </message>
    <message>
        <source>Urges are easing</source>
        <translation>Las ganas de consumir van bajando</translation>
    </message>
    <message>
        <source>Urges are stronger. That can happen.</source>
        <translation>Las ganas de consumir son más fuertes. Eso puede pasar.</translation>
    </message>
    <message>
        <source>Urges and mood, last 14 days</source>
        <translation>Ganas de consumir y ánimo, últimos 14 días</translation>
    </message>
    <message>
        <source>Mood is about the same</source>
        <translation>El ánimo está más o menos igual</translation>
    </message>
    <message>
        <source>Mood is lifting</source>
        <translation>El ánimo va subiendo</translation>
    </message>
    <message>
        <source>Mood is lower. That can happen.</source>
        <translation>El ánimo está más bajo. Puede pasar.</translation>
    </message>
    <message>
        <source>Your answer about safety goes to your care team, with the answers that led to it. Only you can see the rest.</source>
        <translation>Tu respuesta sobre tu seguridad llega a tu equipo de atención, con las respuestas que llevaron a ella. Lo demás solo lo puedes ver tú.</translation>
    </message>
    <message>
        <source>Your answer about safety goes to your care team. Only you can see the rest.</source>
        <translation>Tu respuesta sobre tu seguridad llega a tu equipo de atención. Lo demás solo lo puedes ver tú.</translation>
    </message>
    <message>
        <source>Saved on this device. It goes out in a minute while Handrail is open, or when you tap Done.</source>
        <translation>Guardado en este dispositivo. Sale en un minuto mientras Handrail está abierta, o cuando tocas Listo.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>This check-in counts for %1.</source>
        <translation>Este registro es de este día: %1.</translation>
    </message>
    <message>
        <source>Your clinic changed this form since then. Some of your answers can’t be shown here.</source>
        <translation>Tu clínica cambió este formulario desde entonces. Algunas de tus respuestas no se pueden mostrar aquí.</translation>
    </message>
</context>
<context>
    <name>handrail::CheckInView</name>
    <message>
        <source>Your first answers are on their way</source>
        <translation>Tus primeras respuestas van en camino</translation>
    </message>
    <message>
        <source>They were taken after all, so this change was not used. Tell your clinic if it matters.</source>
        <translation>Al final se recibieron, así que este cambio no se usó. Avisa a tu clínica si es importante.</translation>
    </message>
    <message>
        <source>You began a check-in some time ago. It was put aside, and this is a new one.</source>
        <translation>Hace un tiempo empezaste un registro. Se dejó de lado, y este es uno nuevo.</translation>
    </message>
    <message>
        <source>Your clinic could not take these answers. Change what you like. They are sent again at the end.</source>
        <translation>La clínica no pudo recibir estas respuestas. Cambia lo que quieras. Al final se envían de nuevo.</translation>
    </message>
    <message>
        <source>Your clinic’s own questions can’t be shown here yet. These come with Handrail.</source>
        <translation>Las preguntas de tu clínica aún no se pueden mostrar aquí. Estas vienen con Handrail.</translation>
    </message>
    <message>
        <source>You began a check-in before. What was saved can’t be opened any more, so this is a new one.</source>
        <translation>Ya habías empezado un registro. Lo guardado ya no se puede abrir, así que este es nuevo.</translation>
    </message>
    <message>
        <source>You began this check-in on %1. It counts for that day.</source>
        <translation>Empezaste este registro otro día: %1. Cuenta para ese día.</translation>
    </message>
    <message>
        <source>Start today’s check-in</source>
        <translation>Empezar el registro de hoy</translation>
    </message>
    <message>
        <source>Go on with %1</source>
        <translation>Seguir con el otro: %1</translation>
    </message>
    <message>
        <source>For %1</source>
        <comment>a day: For Wed, Nov 18</comment>
        <translation>Para el %1</translation>
    </message>
    <message>
        <source>There is a check-in for this day already, perhaps from another device of yours. What you began here is kept. After you finish, you can look at both and choose.</source>
        <translation>Ya hay un registro de este día, quizá de otro dispositivo tuyo. Lo que empezaste aquí está guardado. Al terminar puedes ver los dos y elegir.</translation>
    </message>
    <message>
        <source>Some questions can be answered only once here.</source>
        <translation>Aquí puedes contestar algunas preguntas solo una vez.</translation>
    </message>
    <message>
        <source>Your clinic changed this form since then. Some of your answers can’t be shown here. If you send again, they are left out.</source>
        <translation>Tu clínica cambió este formulario desde entonces. Algunas de tus respuestas no se pueden mostrar aquí. Si lo envías otra vez, se quedan fuera.</translation>
    </message>
</context>
<context>
    <name>handrail::ClinicTexts</name>
    <message>
        <source>An update did not arrive.</source>
        <translation>No llegó una actualización.</translation>
    </message>
</context>
<context>
    <name>handrail::ComingView</name>
    <message>
        <source>This session is not there any more. Your clinic may have changed it.</source>
        <translation>Esta sesión ya no está. Puede que tu clínica la haya cambiado.</translation>
    </message>
    <message>
        <source>Your clinic cancelled this session. Nothing you need to do.</source>
        <translation>Tu clínica canceló esta sesión. No tienes que hacer nada.</translation>
    </message>
    <message>
        <source>This session is over.</source>
        <translation>Esta sesión ya terminó.</translation>
    </message>
    <message>
        <source>The time of this session is not known. Please call.</source>
        <translation>No se sabe la hora de esta sesión. Por favor llama.</translation>
    </message>
    <message>
        <source>Running late</source>
        <translation>Voy tarde</translation>
    </message>
    <message>
        <source>Running late: %1</source>
        <translation>Llego tarde: %1</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>I need a ride to this session: %1.</source>
        <translation>Necesito que me lleven a esta sesión: %1</translation>
    </message>
    <message>
        <source>I can’t come at this time: %1. Can I come at another time?</source>
        <translation>¿Puedo ir a otra hora? No puedo a esta: %1</translation>
    </message>
    <message>
        <source>What is going on: %1.</source>
        <translation>Lo que pasa: %1.</translation>
    </message>
    <message>
        <source>%1 · %2
%3</source>
        <comment>a session, when it is, and what became of what was said</comment>
        <translation>%1 · %2
%3</translation>
    </message>
    <message>
        <source>You called this session off. Nothing you need to do.</source>
        <translation>Cancelaste esta sesión. No tienes que hacer nada.</translation>
    </message>
    <message>
        <source>This session was cancelled. Nothing you need to do.</source>
        <translation>Esta sesión fue cancelada. No tienes que hacer nada.</translation>
    </message>
</context>
<context>
    <name>handrail::CommunityView</name>
    <message>
        <source>Food</source>
        <translation>Comida</translation>
    </message>
    <message>
        <source>Housing</source>
        <translation>Vivienda</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>Reuniones</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Trabajo</translation>
    </message>
    <message>
        <source>Rides</source>
        <translation>Viajes</translation>
    </message>
    <message>
        <source>Money help</source>
        <translation>Ayuda con dinero</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Salud</translation>
    </message>
    <message>
        <source>Law</source>
        <translation>Ley</translation>
    </message>
    <message>
        <source>Child care</source>
        <translation>Cuidado de niños</translation>
    </message>
    <message>
        <source>Naloxone</source>
        <translation>Naloxona</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Otra cosa</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n lugar</numerusform>
            <numerusform>%n lugares</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing of this kind is here yet</source>
        <translation>Aún no hay nada de este tipo</translation>
    </message>
    <message>
        <source>Nothing found for “%1”</source>
        <translation>No se encontró nada para «%1»</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>month and year</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Checked %1. It may be out of date.</source>
        <translation>Revisado: %1. Puede haber cambiado.</translation>
    </message>
    <message>
        <source>Checked %1</source>
        <translation>Revisado: %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what it is, and its hours</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abierto</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Costo</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Idiomas</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Página</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>Llamar al %1</translation>
    </message>
    <message>
        <source>This text is in English for now.</source>
        <translation>Este texto está en inglés por ahora.</translation>
    </message>
    <message>
        <source>Copied. You can paste it anywhere.</source>
        <translation>Copiado. Puedes pegarlo donde quieras.</translation>
    </message>
    <message>
        <source>I would like help with this: %1 (%2)</source>
        <translation>Quisiera ayuda con esto: %1 (%2)</translation>
    </message>
    <message>
        <source>%1. %2 %3</source>
        <translation>%1. %2 %3</translation>
    </message>
    <message>
        <source>Nobody has checked this yet. It may be wrong.</source>
        <translation>Nadie ha revisado esto todavía. Puede tener errores.</translation>
    </message>
    <message>
        <source>Who can go</source>
        <translation>Quién puede ir</translation>
    </message>
</context>
<context>
    <name>handrail::ConcernView</name>
    <message>
        <source>Sent to the clinic</source>
        <translation>Enviado a la clínica</translation>
    </message>
    <message>
        <source>The clinic could not take it. Please call.</source>
        <translation>La clínica no pudo recibirlo. Por favor, llama.</translation>
    </message>
    <message>
        <source>Saved. The clinic takes only some at once, so this goes later. If it can’t wait, call.</source>
        <translation>Guardado. La clínica recibe solo algunos a la vez, así que este sale más tarde. Si no puede esperar, llama.</translation>
    </message>
    <message>
        <source>Saved. Sign in to send it.</source>
        <translation>Guardado. Entra para enviarlo.</translation>
    </message>
    <message>
        <source>Saved. Waiting for signal. If it can’t wait, call.</source>
        <translation>Guardado. Espera señal. Si no puede esperar, llama.</translation>
    </message>
    <message>
        <source>Sending now</source>
        <translation>Enviando ahora</translation>
    </message>
    <message>
        <source>Saved on this device. Not sent yet.</source>
        <translation>Guardado en este dispositivo. Todavía sin enviar.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>handrail::CrisisView</name>
    <message>
        <source>Call this number on any phone</source>
        <translation>Llama a este número desde cualquier teléfono</translation>
    </message>
    <message>
        <source>Text this number on any phone</source>
        <translation>Manda un mensaje de texto a este número desde cualquier teléfono</translation>
    </message>
    <message>
        <source>Open this page in any web browser</source>
        <translation>Abre esta página en cualquier navegador</translation>
    </message>
</context>
<context>
    <name>handrail::DeviceCheckView</name>
    <message>
        <source>We can’t check your microphone here. You can still join.</source>
        <translation>Aquí no podemos revisar tu micrófono. Puedes unirte igual.</translation>
    </message>
    <message>
        <source>No microphone found. You can still join.</source>
        <translation>No encontramos un micrófono. Puedes unirte igual.</translation>
    </message>
    <message>
        <source>Your microphone does not open. You can still join.</source>
        <translation>Tu micrófono no se abre. Puedes unirte igual.</translation>
    </message>
    <message>
        <source>Your microphone is off</source>
        <translation>Tu micrófono está apagado</translation>
    </message>
    <message>
        <source>Say something to test it</source>
        <translation>Di algo para probarlo</translation>
    </message>
    <message>
        <source>We can hear you</source>
        <translation>Te oímos</translation>
    </message>
    <message>
        <source>Headphones are in</source>
        <translation>Tienes auriculares</translation>
    </message>
    <message>
        <source>No headphones found. They keep the talk private.</source>
        <translation>No encontramos auriculares. Ayudan a hablar en privado.</translation>
    </message>
    <message>
        <source>No camera found. You can still join.</source>
        <translation>No encontramos una cámara. Puedes unirte igual.</translation>
    </message>
    <message>
        <source>Your camera does not open. You can still join.</source>
        <translation>Tu cámara no se abre. Puedes unirte igual.</translation>
    </message>
    <message>
        <source>Your camera is on</source>
        <translation>Tu cámara está encendida</translation>
    </message>
    <message>
        <source>Your camera is off</source>
        <translation>Tu cámara está apagada</translation>
    </message>
</context>
<context>
    <name>handrail::DownloadView</name>
    <message>
        <source>Worksheets, lists and checklists</source>
        <translation>Hojas, listas y listas de control</translation>
    </message>
    <message>
        <source>My safety plan</source>
        <translation>Mi plan de seguridad</translation>
    </message>
    <message>
        <source>My people</source>
        <translation>Mis personas</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Sin enviar</translation>
    </message>
    <message>
        <source>Made on %1, %2.</source>
        <comment>a day and a time</comment>
        <translation>Hecho el %1, %2</translation>
    </message>
    <message>
        <source>This file is not locked. Whoever opens it can read it. Keep it in a safe place.</source>
        <translation>Este archivo no está protegido. Quien lo abra puede leerlo. Guárdalo en un lugar seguro.</translation>
    </message>
    <message>
        <source>It holds all that Handrail keeps about you on this device. Your clinic may keep more. Ask your clinic for that.</source>
        <translation>Tiene todo lo que Handrail guarda sobre ti en este dispositivo. Tu clínica puede guardar más. Pídeselo a tu clínica.</translation>
    </message>
    <message>
        <source>Names of entries and codes are as health records have them, in English.</source>
        <translation>Los nombres de las entradas y los códigos están en inglés, como en los registros de salud.</translation>
    </message>
    <message>
        <source>All that Handrail holds about me</source>
        <translation>Todo lo que Handrail guarda sobre mí</translation>
    </message>
    <message>
        <source>This app</source>
        <translation>Esta aplicación</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Made on this device</source>
        <translation>Hecho en este dispositivo</translation>
    </message>
    <message>
        <source>Sent, or waiting to be sent</source>
        <translation>Enviado, o en espera</translation>
    </message>
    <message>
        <source>Some things on this device could not be read, and are not in this file.</source>
        <translation>Algunas cosas de este dispositivo no se pudieron leer, y no están en este archivo.</translation>
    </message>
    <message>
        <source>This is the end of the file.</source>
        <translation>Aquí termina el archivo.</translation>
    </message>
    <message>
        <source>Saved as %1. Whoever opens your files can read it.</source>
        <translation>Se guardó como %1. Quien abra tus archivos puede leerla.</translation>
    </message>
    <message>
        <source>It was not saved. Is there room in your Downloads folder? You can try again.</source>
        <translation>No se guardó. ¿Hay lugar en tu carpeta de descargas? Puedes intentarlo otra vez.</translation>
    </message>
    <message>
        <source>Not in it: your PIN and what keeps you signed in. Nor the texts of lessons and skills: they are about nobody.</source>
        <translation>No tiene: tu PIN ni lo que te mantiene dentro. Tampoco los textos de lecciones y técnicas: no son sobre nadie.</translation>
    </message>
    <message>
        <source>Something from earlier is put aside on this device. Its key is out of reach, so it is not in this file.</source>
        <translation>Algo de antes está apartado en este dispositivo. No se pudo alcanzar su llave, así que no está en este archivo.</translation>
    </message>
    <message>
        <source>How sessions were</source>
        <translation>Cómo me fue en las sesiones</translation>
    </message>
    <message>
        <source>What is behind the PIN that you had before is not in this file. You and privacy has a way to bring it back.</source>
        <translation>Lo que está tras el PIN que tenías antes no está en este archivo. En Tú y tu privacidad puedes recuperarlo.</translation>
    </message>
</context>
<context>
    <name>handrail::FamilyView</name>
    <message>
        <source>Here for %1</source>
        <translation>Aquí para apoyar a %1</translation>
    </message>
    <message>
        <source>What stays private</source>
        <translation>Lo que queda en privado</translation>
    </message>
    <message>
        <source>What stays with %1</source>
        <translation>Lo que es solo de %1</translation>
    </message>
    <message>
        <source>Hi</source>
        <translation>Hola</translation>
    </message>
    <message>
        <source>Hi, %1</source>
        <translation>Hola, %1</translation>
    </message>
    <message>
        <source>With %1 and %2</source>
        <translation>Con %1 y %2</translation>
    </message>
    <message>
        <source>With %1</source>
        <translation>Con %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a name and what that person does: Dana Ruiz, counselor</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>No family session is planned</source>
        <translation>No hay ninguna sesión familiar prevista</translation>
    </message>
    <message>
        <source>Nothing is shared right now</source>
        <translation>Ahora no hay nada compartido</translation>
    </message>
    <message>
        <source>When there is a family session for you, it shows here.</source>
        <translation>Cuando haya una sesión familiar para ti, la verás aquí.</translation>
    </message>
    <message>
        <source>You can join now. It starts %1.</source>
        <comment>at 5:30 pm</comment>
        <translation>Ya puedes unirte. Empieza: %1</translation>
    </message>
    <message>
        <source>It starts %1.</source>
        <comment>at 5:30 pm</comment>
        <translation>Empieza: %1</translation>
    </message>
    <message>
        <source>It has started. You can still join.</source>
        <translation>Ya empezó. Todavía puedes unirte.</translation>
    </message>
    <message>
        <source>It has started. You can still come in.</source>
        <translation>Ya empezó. Todavía puedes entrar.</translation>
    </message>
    <message>
        <source>It is late to come in now. Please call the clinic.</source>
        <translation>Ya es tarde para entrar. Por favor, llama a la clínica.</translation>
    </message>
    <message>
        <source>Was at the session</source>
        <translation>Estuvo en la sesión</translation>
    </message>
    <message>
        <source>%1 was there</source>
        <translation>%1 estuvo allí</translation>
    </message>
    <message>
        <source>Cancelled: %1</source>
        <translation>Cancelada: %1</translation>
    </message>
    <message>
        <source>There is nothing you need to do.</source>
        <translation>No tienes que hacer nada.</translation>
    </message>
    <message>
        <source>A session is not open for you any more</source>
        <translation>Una sesión ya no está abierta para ti</translation>
    </message>
    <message>
        <source>You can call the clinic with questions.</source>
        <translation>Si tienes preguntas, puedes llamar a la clínica.</translation>
    </message>
    <message>
        <source>%1: yes</source>
        <comment>a day</comment>
        <translation>%1: sí</translation>
    </message>
    <message>
        <source>%1: no</source>
        <comment>a day</comment>
        <translation>%1: no</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Times and links of family sessions for you</source>
        <translation>Horas y enlaces de las sesiones familiares para ti</translation>
    </message>
    <message>
        <source>Busy times, not what they are for</source>
        <translation>Horas ocupadas, no por qué</translation>
    </message>
    <message>
        <source>When %1 is busy, not with what</source>
        <translation>Cuándo %1 no puede, no por qué</translation>
    </message>
    <message>
        <source>Whether they came to sessions</source>
        <translation>Si fue a las sesiones</translation>
    </message>
    <message>
        <source>If %1 came to sessions</source>
        <translation>Si %1 fue a las sesiones</translation>
    </message>
    <message>
        <source>Check-ins and messages</source>
        <translation>Registros y mensajes</translation>
    </message>
    <message>
        <source>What other sessions are about, and health records</source>
        <translation>De qué tratan otras sesiones, y el expediente médico</translation>
    </message>
    <message>
        <source>Other sessions and health records</source>
        <translation>Otras sesiones y el expediente médico</translation>
    </message>
    <message>
        <source>Join opens 10 minutes before. Find a quiet spot.</source>
        <translation>Podrás unirte 10 minutos antes. Busca un lugar tranquilo.</translation>
    </message>
    <message>
        <source>It has started. You can come in.</source>
        <translation>Ya empezó. Puedes entrar.</translation>
    </message>
    <message>
        <source>Busy times until %1</source>
        <comment>a day</comment>
        <translation>Horas ocupadas hasta el %1</translation>
    </message>
    <message>
        <source>When %1 is busy, until %2</source>
        <comment>a name, and a day</comment>
        <translation>Cuándo %1 no está libre, hasta el %2</translation>
    </message>
    <message>
        <source>No other family session is planned</source>
        <translation>No hay otra sesión familiar planeada</translation>
    </message>
    <message>
        <source>What is shared shows after you sign in</source>
        <translation>Lo que se comparte se ve después de que inicies sesión</translation>
    </message>
</context>
<context>
    <name>handrail::FillingView</name>
    <message>
        <source>Some questions of your clinic can’t be shown here.</source>
        <translation>Algunas preguntas de tu clínica no se pueden mostrar aquí.</translation>
    </message>
    <message>
        <source>Some questions may not be meant for you.</source>
        <translation>Puede que algunas preguntas no sean para ti.</translation>
    </message>
    <message>
        <source>Some answers to choose from can’t be shown here.</source>
        <translation>Algunas respuestas para elegir no se pueden mostrar aquí.</translation>
    </message>
    <message>
        <source>Some results that this form works out can’t be shown here.</source>
        <translation>Algunos resultados que calcula este formulario no se pueden mostrar aquí.</translation>
    </message>
    <message>
        <source>This form asks you for a result that Handrail can’t work out. Your clinic can tell you what to put there.</source>
        <translation>Este formulario te pide un resultado que Handrail no puede calcular. Tu clínica te puede decir qué poner ahí.</translation>
    </message>
</context>
<context>
    <name>handrail::FormField</name>
    <message>
        <source>Not so sure</source>
        <translation>Poca confianza</translation>
    </message>
    <message>
        <source>Fairly sure</source>
        <translation>Algo de confianza</translation>
    </message>
    <message>
        <source>Very sure</source>
        <translation>Mucha confianza</translation>
    </message>
    <message>
        <source>No urge</source>
        <translation>Sin ganas</translation>
    </message>
    <message>
        <source>A small urge</source>
        <translation>Pocas ganas</translation>
    </message>
    <message>
        <source>Some urge</source>
        <translation>Algo de ganas</translation>
    </message>
    <message>
        <source>A strong urge</source>
        <translation>Muchas ganas</translation>
    </message>
    <message>
        <source>Quite sure</source>
        <translation>Bastante confianza</translation>
    </message>
</context>
<context>
    <name>handrail::FormView</name>
    <message>
        <source>Your answers from before are here.</source>
        <translation>Tus respuestas de antes están aquí.</translation>
    </message>
    <message>
        <source>Your clinic changed this form since. Your answers from before are here.</source>
        <translation>Tu clínica cambió este formulario. Tus respuestas de antes están aquí.</translation>
    </message>
    <message>
        <source>Your clinic changed this form since. Some of your answers had no place in it any more.</source>
        <translation>Tu clínica cambió este formulario. Algunas de tus respuestas ya no cabían en él.</translation>
    </message>
    <message>
        <source>You began this form some time ago. It was put aside, and this is a new one.</source>
        <translation>Empezaste este formulario hace tiempo. Se dejó aparte, y este es nuevo.</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation>%1 (%2 de %3)</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) need a look before this can be sent.</source>
        <translation>
            <numerusform>%n respuesta necesita una revisión antes de enviar.</numerusform>
            <numerusform>%n respuestas necesitan una revisión antes de enviar.</numerusform>
        </translation>
    </message>
    <message>
        <source>You began this form before. What was saved can’t be opened any more, so this is a new one.</source>
        <translation>Ya habías empezado este formulario. Lo guardado ya no se puede abrir, así que este es nuevo.</translation>
    </message>
    <message>
        <source>Your clinic changed this form since then. Some of your answers can’t be shown here.</source>
        <translation>Tu clínica cambió este formulario desde entonces. Algunas de tus respuestas no se pueden mostrar aquí.</translation>
    </message>
    <message>
        <source>Your clinic changed this form since then. Some words may differ from what you saw.</source>
        <translation>Tu clínica cambió este formulario desde entonces. Algunas palabras pueden ser distintas de las que viste.</translation>
    </message>
    <message>
        <source>Your clinic changed this form since then. Some of your answers can’t be shown here. If you send again, they are left out.</source>
        <translation>Tu clínica cambió este formulario desde entonces. Algunas de tus respuestas no se pueden mostrar aquí. Si lo envías otra vez, se quedan fuera.</translation>
    </message>
    <message>
        <source>This form can’t be shown here</source>
        <translation>Este formulario no se puede mostrar aquí</translation>
    </message>
    <message>
        <source>Your clinic may have taken it back, or it needs something that this app can’t do yet. Please ask your clinic about it.</source>
        <translation>Puede que tu clínica lo haya retirado, o que necesite algo que esta app todavía no puede hacer. Por favor, pregunta a tu clínica.</translation>
    </message>
    <message>
        <source>This form is not here yet</source>
        <translation>Este formulario aún no está aquí</translation>
    </message>
    <message>
        <source>It comes from your clinic. Please try again later. If it does not come, ask your clinic.</source>
        <translation>Viene de tu clínica. Inténtalo más tarde. Si no llega, pregunta a tu clínica.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Add another</source>
        <translation>Agregar otro</translation>
    </message>
    <message>
        <source>Add another: %1</source>
        <translation>Agregar otro: %1</translation>
    </message>
    <message>
        <source>Take this one out</source>
        <translation>Quitar este</translation>
    </message>
    <message>
        <source>Take this one out: %1</source>
        <translation>Quitar este: %1</translation>
    </message>
    <message>
        <source>The questions of this form are not on this device, so your answers can’t be shown. You can ask your clinic for them.</source>
        <translation>Las preguntas de este formulario no están en este dispositivo, así que tus respuestas no se pueden mostrar. Puedes pedírselas a tu clínica.</translation>
    </message>
    <message>
        <source>These answers are from %1. Change what is different now.</source>
        <translation>Estas respuestas son del %1. Cambia lo que ahora sea diferente.</translation>
    </message>
    <message>
        <source>This form was answered after you began it here, so this is a new one.</source>
        <translation>Este formulario se respondió después de que lo empezaste aquí, así que este es uno nuevo.</translation>
    </message>
    <message>
        <source>You began to change these answers before. Here is how you left them.</source>
        <translation>Ya habías empezado a cambiar estas respuestas. Así las dejaste.</translation>
    </message>
    <message>
        <source>These are your answers as they are now. A change that you began before was put aside.</source>
        <translation>Estas son tus respuestas como están ahora. Un cambio que habías empezado se dejó aparte.</translation>
    </message>
    <message>
        <source>This form has answers already. Before you send, you see both and choose.</source>
        <translation>Este formulario ya tiene respuestas. Antes de enviar, ves las dos y eliges.</translation>
    </message>
    <message>
        <source>Other answers to this form came in. They may be from another device of yours or from your clinic. What you answered here is kept, and your clinic does not have it yet. Look at both, and choose.</source>
        <translation>Llegaron otras respuestas a este formulario. Pueden ser de otro dispositivo tuyo o de tu clínica. Lo que respondiste aquí está guardado y tu clínica aún no lo tiene. Mira las dos y elige.</translation>
    </message>
    <message>
        <source>You began a change. It is not sent.</source>
        <translation>Empezaste un cambio. No se ha enviado.</translation>
    </message>
</context>
<context>
    <name>handrail::HelpCardsView</name>
    <message>
        <source>How %1 can help</source>
        <translation>Cómo puede ayudar %1</translation>
    </message>
    <message>
        <source>How I can help</source>
        <translation>Cómo puedo ayudar</translation>
    </message>
    <message>
        <source>You agreed on this together.</source>
        <translation>Lo acordaron en conjunto.</translation>
    </message>
    <message>
        <source>You agreed on this together on %1.</source>
        <translation>Lo acordaron en conjunto el %1.</translation>
    </message>
    <message>
        <source>You and %1 agreed on this.</source>
        <translation>Lo acordaste con %1.</translation>
    </message>
    <message>
        <source>You and %1 agreed on this on %2.</source>
        <translation>Lo acordaste con %1 el %2.</translation>
    </message>
    <message>
        <source>%1 Both of you see it.</source>
        <translation>%1 Ambas partes lo ven.</translation>
    </message>
    <message>
        <source>%1 %2 does not see it now.</source>
        <translation>%1 %2 no lo ve ahora.</translation>
    </message>
    <message>
        <source>%1 All of you see it.</source>
        <translation>%1 Todas las personas lo ven.</translation>
    </message>
    <message>
        <source>%1 %2 do not see it now.</source>
        <translation>%1 %2 no lo ven ahora.</translation>
    </message>
    <message>
        <source>%1 You and %2 see it now.</source>
        <translation>%1 Ahora lo ven tú y %2.</translation>
    </message>
</context>
<context>
    <name>handrail::HowWasItView</name>
    <message>
        <source>Very hard</source>
        <translation>Muy difícil</translation>
    </message>
    <message>
        <source>Hard</source>
        <translation>Difícil</translation>
    </message>
    <message>
        <source>Okay</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Bien</translation>
    </message>
    <message>
        <source>Very good</source>
        <translation>Muy bien</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>a session, and when it was</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Sigue: %1</translation>
    </message>
    <message>
        <source>Nothing more is planned yet.</source>
        <translation>Aún no hay nada más planeado.</translation>
    </message>
    <message>
        <source>Next: %1. It is not confirmed yet.</source>
        <translation>Sigue: %1 (aún sin confirmar)</translation>
    </message>
</context>
<context>
    <name>handrail::InvitationView</name>
    <message>
        <source>This is not the whole link. Copy it once more, from “handrail” to the end.</source>
        <translation>Este no es el enlace completo. Cópialo otra vez, desde «handrail» hasta el final.</translation>
    </message>
    <message>
        <source>No code has I, L, O, U, 0 or 1 in it. Ask to hear it once more.</source>
        <translation>Ningún código lleva I, L, O, U, 0 ni 1. Pide oírlo otra vez.</translation>
    </message>
    <message numerus="yes">
        <source>%n more letter(s) or number(s)</source>
        <translation>
            <numerusform>Falta %n letra o número</numerusform>
            <numerusform>Faltan %n letras o números</numerusform>
        </translation>
    </message>
    <message>
        <source>You seem to be offline</source>
        <translation>Parece que no tienes conexión</translation>
    </message>
    <message>
        <source>Nothing is used up. Try again when you have a connection.</source>
        <translation>No se gastó nada. Prueba otra vez cuando tengas conexión.</translation>
    </message>
    <message>
        <source>Too many tries</source>
        <translation>Demasiados intentos</translation>
    </message>
    <message numerus="yes">
        <source>Wait %n minute(s), then try again.</source>
        <translation>
            <numerusform>Espera %n minuto y prueba otra vez.</numerusform>
            <numerusform>Espera %n minutos y prueba otra vez.</numerusform>
        </translation>
    </message>
    <message>
        <source>You said “not now”</source>
        <translation>Dijiste «ahora no»</translation>
    </message>
    <message>
        <source>Nothing is used up. You can go on when you are ready.</source>
        <translation>No se gastó nada. Puedes seguir cuando quieras.</translation>
    </message>
    <message>
        <source>The page was not finished</source>
        <translation>La página no se terminó</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>No funcionó</translation>
    </message>
    <message>
        <source>It is not your fault. Nothing is used up. Try again in a while.</source>
        <translation>No es culpa tuya. No se gastó nada. Prueba otra vez en un rato.</translation>
    </message>
    <message>
        <source>Somebody is signed in on this device.</source>
        <translation>Alguien tiene la sesión abierta en este dispositivo.</translation>
    </message>
    <message>
        <source>%1 is signed in on this device.</source>
        <translation>%1 tiene la sesión abierta en este dispositivo.</translation>
    </message>
    <message>
        <source>Try again when you have a connection.</source>
        <translation>Inténtalo de nuevo cuando tengas conexión.</translation>
    </message>
    <message>
        <source>It is not your fault. Try again in a while.</source>
        <translation>No es culpa tuya. Inténtalo de nuevo en un rato.</translation>
    </message>
    <message>
        <source>You can go on when you are ready.</source>
        <translation>Puedes seguir cuando quieras.</translation>
    </message>
</context>
<context>
    <name>handrail::InviteView</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>My clinic</source>
        <translation>Mi clínica</translation>
    </message>
    <message>
        <source>This is not there any more. Your list has what is true now.</source>
        <translation>Esto ya no está. Tu lista muestra lo que vale ahora.</translation>
    </message>
    <message>
        <source>The day after the session: %1</source>
        <translation>El día después de la sesión: %1</translation>
    </message>
    <message>
        <source>The end of my program: %1</source>
        <translation>El fin de mi programa: %1</translation>
    </message>
    <message>
        <source>3 months: %1</source>
        <translation>3 meses: %1</translation>
    </message>
    <message>
        <source>6 months: %1</source>
        <translation>6 meses: %1</translation>
    </message>
    <message>
        <source>A year: %1</source>
        <translation>Un año: %1</translation>
    </message>
    <message>
        <source>Please write their name.</source>
        <translation>Escribe su nombre, por favor.</translation>
    </message>
    <message>
        <source>This day is over. Please pick another one.</source>
        <translation>Este día ya pasó. Elige otro, por favor.</translation>
    </message>
    <message>
        <source>A year is the longest. Please pick another one.</source>
        <translation>Un año es lo máximo. Elige otro día, por favor.</translation>
    </message>
    <message>
        <source>Please type your own name to sign.</source>
        <translation>Escribe tu nombre para firmar, por favor.</translation>
    </message>
    <message>
        <source>This is their name. Please type your own.</source>
        <translation>Este es su nombre. Escribe el tuyo, por favor.</translation>
    </message>
    <message>
        <source>This device could not save it, so it was not sent. Please free some space and try again.</source>
        <translation>Este dispositivo no pudo guardarla, así que no se envió. Libera espacio e inténtalo otra vez.</translation>
    </message>
    <message>
        <source>You have an invitation. Open this link and use the code I tell you.</source>
        <translation>Tienes una invitación. Abre este enlace y usa el código que te digo.</translation>
    </message>
    <message>
        <source>Copied. Paste it into a message.</source>
        <translation>Copiado. Pégalo en un mensaje.</translation>
    </message>
    <message>
        <source>This device has no app for texts. Copy the message, or show the picture.</source>
        <translation>Este dispositivo no tiene app de mensajes. Copia el mensaje o muestra la imagen.</translation>
    </message>
    <message>
        <source>Works once, until %1, %2</source>
        <translation>Sirve una vez, hasta: %1, %2</translation>
    </message>
    <message>
        <source>%1 has used this invitation already.</source>
        <translation>%1 ya usó esta invitación.</translation>
    </message>
    <message>
        <source>Sharing with %1 has ended. You can invite them again.</source>
        <translation>Ya no compartes con %1. Puedes volver a invitar.</translation>
    </message>
    <message>
        <source>Five invitations are open. Stop one of them, or wait until one is used. What you filled in is kept.</source>
        <translation>Hay cinco invitaciones abiertas. Para una o espera a que se use una. Lo que escribiste se guarda.</translation>
    </message>
    <message>
        <source>Your clinic arranges this together with you. Please call.</source>
        <translation>Tu clínica arregla esto contigo. Llama, por favor.</translation>
    </message>
    <message>
        <source>Your clinic could not take this name. Please write it in another way.</source>
        <translation>Tu clínica no pudo recibir este nombre. Escríbelo de otra forma, por favor.</translation>
    </message>
    <message>
        <source>Your clinic could not take this. Please write it in another way.</source>
        <translation>Tu clínica no pudo recibir esto. Escríbelo de otra forma, por favor.</translation>
    </message>
    <message>
        <source>Your clinic could not take this day. Please pick another one.</source>
        <translation>Tu clínica no pudo recibir este día. Elige otro, por favor.</translation>
    </message>
    <message>
        <source>Please check this device’s date and time. Then type your name and sign again.</source>
        <translation>Revisa la fecha y la hora de este dispositivo. Después escribe tu nombre y firma otra vez.</translation>
    </message>
    <message>
        <source>Your clinic’s server could not take this. What you filled in is kept. Please call your clinic.</source>
        <translation>El servidor de tu clínica no pudo recibir esto. Lo que escribiste se guarda. Llama a tu clínica, por favor.</translation>
    </message>
    <message>
        <source>Inviting needs the network. What you filled in and signed is kept. Try again when you are online.</source>
        <translation>Para invitar hace falta la red. Lo que escribiste y firmaste se guarda. Inténtalo cuando tengas conexión.</translation>
    </message>
    <message>
        <source>Please sign in again first. What you filled in and signed is kept.</source>
        <translation>Primero vuelve a entrar. Lo que escribiste y firmaste se guarda.</translation>
    </message>
    <message>
        <source>No answer came from your clinic. Try again. It stays one invitation, however often you try.</source>
        <translation>Tu clínica no respondió. Inténtalo otra vez. Sigue siendo una sola invitación, aunque lo intentes varias veces.</translation>
    </message>
    <message>
        <source>This device could not save that. Please try again, or call your clinic.</source>
        <translation>Este dispositivo no pudo guardar eso. Inténtalo otra vez o llama a tu clínica.</translation>
    </message>
    <message>
        <source>This is too long. 100 letters fit.</source>
        <translation>Es demasiado largo. Caben 100 letras.</translation>
    </message>
    <message>
        <source>This is too long. 60 letters fit.</source>
        <translation>Es demasiado largo. Caben 60 letras.</translation>
    </message>
    <message>
        <source>That session is not open any more. Please begin again.</source>
        <translation>Esa sesión ya no está abierta. Empieza de nuevo, por favor.</translation>
    </message>
    <message>
        <source>Your clinic arranges this together with you. What you signed is not used, and not kept here. Please call.</source>
        <translation>Tu clínica arregla esto contigo. Lo que firmaste no se usa ni se guarda aquí. Llama, por favor.</translation>
    </message>
    <message>
        <source>Something changed. Please read it again.</source>
        <translation>Algo cambió. Léelo otra vez, por favor.</translation>
    </message>
    <message>
        <source>You signed this over a week ago. Please read it and sign again.</source>
        <translation>Firmaste esto hace más de una semana. Léelo y fírmalo otra vez, por favor.</translation>
    </message>
</context>
<context>
    <name>handrail::JoinView</name>
    <message>
        <source>%1 with %2</source>
        <translation>%1 con %2</translation>
    </message>
    <message>
        <source>Nobody there?</source>
        <translation>¿No hay nadie?</translation>
    </message>
    <message>
        <source>Nobody there %1?</source>
        <comment>a time: at 6:10 pm</comment>
        <translation>¿No hay nadie %1?</translation>
    </message>
    <message>
        <source>You’re in the right place</source>
        <translation>Estás en el lugar correcto</translation>
    </message>
    <message>
        <source>Call your clinic first</source>
        <translation>Llama primero a tu clínica</translation>
    </message>
    <message>
        <source>You can join now</source>
        <translation>Ya puedes unirte</translation>
    </message>
    <message>
        <source>Asking your clinic…</source>
        <translation>Consultando a tu clínica…</translation>
    </message>
    <message>
        <source>Your session opened</source>
        <translation>Se abrió tu sesión</translation>
    </message>
    <message>
        <source>Join opens %1. Nobody sees you yet.</source>
        <translation>Podrás unirte %1 Nadie te ve todavía.</translation>
    </message>
    <message>
        <source>It began over 20 minutes ago. Were you in before? Then join again.</source>
        <translation>Empezó hace más de 20 minutos. ¿Ya estabas dentro? Únete otra vez.</translation>
    </message>
    <message>
        <source>It has begun. Your clinic knows that you are late.</source>
        <translation>Ya empezó. Tu clínica sabe que llegas tarde.</translation>
    </message>
    <message>
        <source>It has begun. You can still come.</source>
        <translation>Ya empezó. Todavía puedes ir.</translation>
    </message>
    <message>
        <source>It opens in your web browser.</source>
        <translation>Se abre en tu navegador.</translation>
    </message>
    <message>
        <source>This takes a moment.</source>
        <translation>Tarda un momento.</translation>
    </message>
    <message>
        <source>It is in your web browser. Did you lose the page? Join again.</source>
        <translation>Está en tu navegador. ¿Perdiste la página? Únete otra vez.</translation>
    </message>
    <message>
        <source>No web browser opened</source>
        <translation>No se abrió ningún navegador</translation>
    </message>
    <message>
        <source>This session was cancelled</source>
        <translation>Esta sesión se canceló</translation>
    </message>
    <message>
        <source>This session is over</source>
        <translation>Esta sesión ya terminó</translation>
    </message>
    <message>
        <source>This session is not open for you.</source>
        <translation>Esta sesión no está abierta para ti.</translation>
    </message>
    <message>
        <source>Not open yet</source>
        <translation>Todavía no abre</translation>
    </message>
    <message>
        <source>It began over 20 minutes ago</source>
        <translation>Empezó hace más de 20 minutos</translation>
    </message>
    <message>
        <source>This session is not booked yet</source>
        <translation>Esta sesión aún no está reservada</translation>
    </message>
    <message>
        <source>There is no video link</source>
        <translation>No hay enlace de video</translation>
    </message>
    <message>
        <source>You’re offline</source>
        <translation>No tienes conexión</translation>
    </message>
    <message>
        <source>Your clinic is slow to answer</source>
        <translation>Tu clínica tarda en responder</translation>
    </message>
    <message>
        <source>Your clinic’s system has trouble</source>
        <translation>El sistema de tu clínica tiene un problema</translation>
    </message>
    <message>
        <source>Please call your clinic.</source>
        <translation>Por favor llama a tu clínica.</translation>
    </message>
    <message>
        <source>Call your clinic to ask about the next one.</source>
        <translation>Llama a tu clínica para preguntar por la próxima.</translation>
    </message>
    <message>
        <source>Join opens %1. You can wait here.</source>
        <translation>Podrás unirte %1 Puedes esperar aquí.</translation>
    </message>
    <message>
        <source>Call your clinic. They can tell you what to do.</source>
        <translation>Llama a tu clínica. Te dirán qué hacer.</translation>
    </message>
    <message>
        <source>Call your clinic to ask.</source>
        <translation>Llama a tu clínica para preguntar.</translation>
    </message>
    <message>
        <source>Call your clinic. They can tell you how to join.</source>
        <translation>Llama a tu clínica. Te dirán cómo unirte.</translation>
    </message>
    <message>
        <source>Call your clinic if you think it should be.</source>
        <translation>Llama a tu clínica si crees que debería estarlo.</translation>
    </message>
    <message>
        <source>Check your Wi-Fi or data. Then try again, or call your clinic.</source>
        <translation>Revisa tu wifi o tus datos. Intenta de nuevo o llama a tu clínica.</translation>
    </message>
    <message>
        <source>It is not your fault. Try again, or call your clinic.</source>
        <translation>No es culpa tuya. Intenta de nuevo o llama a tu clínica.</translation>
    </message>
    <message>
        <source>Moved. %1</source>
        <comment>Was 5:00 pm</comment>
        <translation>Cambió de hora. %1</translation>
    </message>
    <message>
        <source>Turn your camera off in the browser, too.</source>
        <translation>Apaga también la cámara en el navegador.</translation>
    </message>
    <message>
        <source>Turn your microphone off in the browser, too.</source>
        <translation>Apaga también el micrófono en el navegador.</translation>
    </message>
    <message>
        <source>Turn your microphone and your camera off in the browser, too.</source>
        <translation>Apaga también el micrófono y la cámara en el navegador.</translation>
    </message>
    <message>
        <source>Join opens %1. You can come back then.</source>
        <translation>Podrás unirte %1 Puedes volver entonces.</translation>
    </message>
</context>
<context>
    <name>handrail::LearnView</name>
    <message>
        <source>Finished. You can do it again.</source>
        <translation>Terminadas. Puedes repetirlas.</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s). No marks.</source>
        <translation>
            <numerusform>%n pregunta. Sin notas.</numerusform>
            <numerusform>%n preguntas. Sin notas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Only in English for now.</source>
        <translation>Por ahora solo en inglés.</translation>
    </message>
    <message numerus="yes">
        <source>About %n minute(s)</source>
        <translation>
            <numerusform>Alrededor de %n minuto</numerusform>
            <numerusform>Alrededor de %n minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Terminado</translation>
    </message>
    <message numerus="yes">
        <source>About %n minute(s) left</source>
        <translation>
            <numerusform>Queda alrededor de %n minuto</numerusform>
            <numerusform>Quedan alrededor de %n minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>how long; language</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1 of %2 lessons done</source>
        <translation>%1 de %2 lecciones terminadas</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>%1/%2</source>
        <comment>lessons done of all</comment>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>lesson, how far</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Card %1 of %2</source>
        <translation>Tarjeta %1 de %2</translation>
    </message>
    <message>
        <source>Keep going</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>For %1, %2</source>
        <translation>Para %1, %2</translation>
    </message>
    <message>
        <source>For today</source>
        <translation>Para hoy</translation>
    </message>
    <message>
        <source>By tomorrow</source>
        <translation>Para mañana</translation>
    </message>
    <message>
        <source>By %1</source>
        <translation>Para: %1</translation>
    </message>
    <message>
        <source>When you have a moment</source>
        <translation>Cuando tengas un momento</translation>
    </message>
    <message>
        <source>Something to read</source>
        <translation>Algo para leer</translation>
    </message>
    <message>
        <source>For you</source>
        <translation>Para ti</translation>
    </message>
    <message>
        <source>For this week</source>
        <translation>Para esta semana</translation>
    </message>
    <message>
        <source>From your clinic</source>
        <translation>De tu clínica</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>De %1</translation>
    </message>
    <message>
        <source>%1. It is not on this device yet.</source>
        <translation>%1. Todavía no está en este dispositivo.</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1. %2.</source>
        <translation>%1. %2.</translation>
    </message>
    <message>
        <source>Where you left off</source>
        <translation>Donde te quedaste</translation>
    </message>
    <message>
        <source>Your place in the lessons can’t be read any more. It is saved again from now on.</source>
        <translation>Tu lugar en las lecciones ya no se puede leer. Desde ahora se guarda otra vez.</translation>
    </message>
</context>
<context>
    <name>handrail::LessonView</name>
    <message>
        <source>Your place can’t be kept right now. You can go on reading.</source>
        <translation>Tu lugar no se puede guardar ahora. Puedes seguir leyendo.</translation>
    </message>
    <message>
        <source>Next lesson. %1.</source>
        <translation>Siguiente lección. %1.</translation>
    </message>
    <message>
        <source>Quiz: %1</source>
        <translation>Preguntas: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s). No marks.</source>
        <translation>
            <numerusform>%n pregunta. Sin notas.</numerusform>
            <numerusform>%n preguntas. Sin notas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Try it. %1.</source>
        <translation>Pruébala. %1.</translation>
    </message>
</context>
<context>
    <name>handrail::LinksView</name>
    <message>
        <source>Open the invitation?</source>
        <translation>¿Abrir la invitación?</translation>
    </message>
    <message>
        <source>Open the session?</source>
        <translation>¿Abrir la sesión?</translation>
    </message>
    <message>
        <source>Open the invitation</source>
        <translation>Abrir la invitación</translation>
    </message>
    <message>
        <source>Open the session</source>
        <translation>Abrir la sesión</translation>
    </message>
</context>
<context>
    <name>handrail::LockHelpView</name>
    <message>
        <source>On. Who holds this device can read it.</source>
        <translation>Activado. Quien tenga este dispositivo puede leerlo.</translation>
    </message>
    <message>
        <source>Off. Nothing of yours shows while it is locked.</source>
        <translation>Desactivado. No se muestra nada tuyo con el bloqueo.</translation>
    </message>
</context>
<context>
    <name>handrail::LockView</name>
    <message>
        <source>Not here: this device has no safe place for a key</source>
        <translation>Aquí no: este dispositivo no tiene un lugar seguro para una llave</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Apagado</translation>
    </message>
    <message>
        <source>On, as soon as you leave</source>
        <translation>Activado, en cuanto sales</translation>
    </message>
    <message numerus="yes">
        <source>On, %n minute(s) after you leave</source>
        <translation>
            <numerusform>Activado, %n minuto después de salir</numerusform>
            <numerusform>Activado, %n minutos después de salir</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a PIN</source>
        <translation>Elige un PIN</translation>
    </message>
    <message>
        <source>Enter it once more</source>
        <translation>Escríbelo otra vez</translation>
    </message>
    <message>
        <source>Please sign in again</source>
        <translation>Entra de nuevo, por favor</translation>
    </message>
    <message>
        <source>Let’s try again soon</source>
        <translation>Probemos de nuevo en un rato</translation>
    </message>
    <message>
        <source>Enter your PIN</source>
        <translation>Escribe tu PIN</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un momento…</translation>
    </message>
    <message>
        <source>10 tries did not match, so this PIN is off. What you saved and did not send is kept.</source>
        <translation>10 intentos no coinciden, así que este PIN está apagado. Lo que guardaste y no se envió se conserva.</translation>
    </message>
    <message numerus="yes">
        <source>%n tries did not match. The number pad opens again at %1.</source>
        <translation>
            <numerusform>%n intento no coincide. El teclado se abre de nuevo: %1</numerusform>
            <numerusform>%n intentos no coinciden. El teclado se abre de nuevo: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>6 numbers or more that only you know.</source>
        <translation>6 números o más que solo tú conozcas.</translation>
    </message>
    <message>
        <source>That did not match. Please try again.</source>
        <translation>No coincide. Inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>That one is easy to guess. Please choose another one.</source>
        <translation>Ese es fácil de adivinar. Elige otro.</translation>
    </message>
    <message>
        <source>The two did not match. Please choose again.</source>
        <translation>Los dos no coinciden. Elige de nuevo.</translation>
    </message>
    <message numerus="yes">
        <source>That did not match. %n more try(s), then you sign in with your clinic.</source>
        <translation>
            <numerusform>No coincide. %n intento más y luego entras con tu clínica.</numerusform>
            <numerusform>No coincide. %n intentos más y luego entras con tu clínica.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not in force yet. Your device’s safe place did not let go of the old key. Handrail tries again at each lock.</source>
        <translation>Todavía no protege. El lugar seguro de tu dispositivo no soltó la llave anterior. Handrail lo intenta otra vez en cada bloqueo.</translation>
    </message>
    <message>
        <source>This PIN is off</source>
        <translation>Este PIN está apagado</translation>
    </message>
    <message>
        <source>You are signed in. What you saved here before is behind your PIN.</source>
        <translation>Ya entraste a tu cuenta. Lo que guardaste aquí antes está detrás de tu PIN.</translation>
    </message>
    <message>
        <source>You can go on without it. The PIN is off then, and you can set a new one. %1</source>
        <translation>Puedes seguir sin él. El PIN queda apagado y puedes poner uno nuevo. %1</translation>
    </message>
    <message>
        <source>Sign in with your clinic. The PIN is off then, and you can set a new one. %1</source>
        <translation>Entra con tu clínica. El PIN queda apagado y puedes poner uno nuevo. %1</translation>
    </message>
    <message>
        <source>Handrail stays locked</source>
        <translation>Handrail sigue bloqueado</translation>
    </message>
    <message>
        <source>That PIN is off</source>
        <translation>Ese PIN está desactivado</translation>
    </message>
    <message>
        <source>Enter the PIN you had</source>
        <translation>Escribe el PIN que tenías</translation>
    </message>
    <message>
        <source>10 tries did not match, so what was behind that PIN can’t be opened any more.</source>
        <translation>10 intentos no coincidieron, así que lo que estaba tras ese PIN ya no se puede abrir.</translation>
    </message>
    <message>
        <source>The one from before you went on without it.</source>
        <translation>El de antes de que siguieras sin él.</translation>
    </message>
    <message>
        <source>What you saved and did not send yet is kept. The rest that is only here opens with this PIN alone: your safety plan, your people, worksheets, days you marked, skills and lessons, check-ins that only you can see, and what you did not finish. It stays locked here for 30 days. If you remember the PIN by then, you can bring it back.</source>
        <translation>Lo que guardaste y aún no enviaste se conserva. Lo demás que solo está aquí se abre únicamente con este PIN: tu plan de seguridad, tus personas, hojas de trabajo, días que marcaste, técnicas y lecciones, registros que solo tú puedes ver y lo que no terminaste. Queda bajo llave aquí durante 30 días. Si para entonces recuerdas el PIN, puedes recuperarlo.</translation>
    </message>
    <message numerus="yes">
        <source>That did not match. %n more try(s), then that PIN is off.</source>
        <translation>
            <numerusform>No coincidió. Te queda %n intento; después ese PIN se desactiva.</numerusform>
            <numerusform>No coincidió. Te quedan %n intentos; después ese PIN se desactiva.</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter it, and what you kept only here up to %1 comes back. It is kept until %2.</source>
        <translation>Escríbelo y vuelve lo que guardaste solo aquí hasta el %1. Se conserva hasta el %2.</translation>
    </message>
    <message>
        <source>What can come back now is back. For the rest, please enter the PIN again in some days.</source>
        <translation>Lo que puede volver ahora ya está aquí. Para lo demás, vuelve a escribir el PIN dentro de unos días.</translation>
    </message>
</context>
<context>
    <name>handrail::MadeView</name>
    <message>
        <source>It has left this device. It can’t be taken back.</source>
        <translation>Ya salió de este dispositivo. No se puede retirar.</translation>
    </message>
    <message>
        <source>Write something first.</source>
        <translation>Primero escribe algo.</translation>
    </message>
    <message>
        <source>“%1” is deleted here. Your care team keeps what was sent.</source>
        <translation>Se borró «%1» aquí. Tu equipo de atención conserva lo que se envió.</translation>
    </message>
    <message>
        <source>“%1” is deleted.</source>
        <translation>Se borró «%1».</translation>
    </message>
</context>
<context>
    <name>handrail::MedicineView</name>
    <message>
        <source>Morning</source>
        <translation>Mañana</translation>
    </message>
    <message>
        <source>Midday</source>
        <translation>Mediodía</translation>
    </message>
    <message>
        <source>Afternoon</source>
        <translation>Tarde</translation>
    </message>
    <message>
        <source>Evening</source>
        <translation>Al anochecer</translation>
    </message>
    <message>
        <source>Night</source>
        <translation>Noche</translation>
    </message>
    <message>
        <source>Time %1 today</source>
        <translation>Vez %1 de hoy</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Sí la tomé</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>No la tomé</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>No sé</translation>
    </message>
    <message>
        <source>A medicine</source>
        <translation>Una medicina</translation>
    </message>
    <message>
        <source>Your care team has it.</source>
        <translation>Tu equipo de atención lo tiene.</translation>
    </message>
    <message>
        <source>Your clinic could not take it. It is kept here.</source>
        <translation>Tu clínica no pudo recibirlo. Está guardado aquí.</translation>
    </message>
    <message>
        <source>Saved here. Not sent yet.</source>
        <translation>Guardado aquí. Todavía sin enviar.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>All answered for today</source>
        <translation>Todo contestado por hoy</translation>
    </message>
    <message>
        <source>%1 of %2 answered</source>
        <translation>%1 de %2 contestadas</translation>
    </message>
    <message>
        <source>Paused by your clinic</source>
        <translation>En pausa por tu clínica</translation>
    </message>
    <message>
        <source>When needed</source>
        <translation>Cuando haga falta</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>De %1</translation>
    </message>
    <message>
        <source>Order good until %1</source>
        <translation>Receta válida hasta el %1</translation>
    </message>
    <message>
        <source>A question for your prescriber</source>
        <translation>Una pregunta para quien te receta</translation>
    </message>
    <message>
        <source>A question for %1</source>
        <translation>Una pregunta para %1</translation>
    </message>
    <message>
        <source>%1 can see your answers.</source>
        <translation>%1 puede ver tus respuestas.</translation>
    </message>
    <message>
        <source>Your care team can see your answers.</source>
        <translation>Tu equipo de atención puede ver tus respuestas.</translation>
    </message>
    <message>
        <source>This changes what I said before: %1.</source>
        <translation>Esto cambia lo que dije antes: %1.</translation>
    </message>
    <message>
        <source>%1, %2: marked as “%3”</source>
        <translation>%1, %2: quedó como “%3”</translation>
    </message>
    <message>
        <source>It has left this device. You can change your answer.</source>
        <translation>Ya salió de este dispositivo. Puedes cambiar tu respuesta.</translation>
    </message>
    <message>
        <source>Write your question first.</source>
        <translation>Primero escribe tu pregunta.</translation>
    </message>
    <message>
        <source>I would like a refill: %1</source>
        <translation>Quisiera más medicina: %1</translation>
    </message>
    <message>
        <source>Yesterday, %1</source>
        <translation>Ayer, %1</translation>
    </message>
    <message>
        <source>Last night</source>
        <translation>Anoche</translation>
    </message>
    <message>
        <source>Last evening</source>
        <translation>Ayer al anochecer</translation>
    </message>
    <message>
        <source>Not all of its days are asked about here. Ask your team when to take it.</source>
        <translation>Aquí no se pregunta por todos sus días. Pregunta a tu equipo cuándo tomarla.</translation>
    </message>
    <message>
        <source>Not all of its days are asked about here. Go by what your clinic wrote.</source>
        <translation>Aquí no se pregunta por todos sus días. Guíate por lo que escribió tu clínica.</translation>
    </message>
    <message>
        <source>Your clinic sent no name for it, so it is not asked about here. Ask your team what it is.</source>
        <translation>Tu clínica no envió su nombre; por eso aquí no se pregunta por ella. Pregunta a tu equipo qué es.</translation>
    </message>
    <message>
        <source>It is not asked about here. Ask your team when to take it.</source>
        <translation>Aquí no se pregunta por ella. Pregunta a tu equipo cuándo tomarla.</translation>
    </message>
    <message>
        <source>It is not asked about here. Go by what your clinic wrote.</source>
        <translation>Aquí no se pregunta por ella. Guíate por lo que escribió tu clínica.</translation>
    </message>
</context>
<context>
    <name>handrail::MessagesView</name>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Message from your clinic</source>
        <translation>Mensaje de tu clínica</translation>
    </message>
    <message>
        <source>Message from %1</source>
        <translation>Mensaje de %1</translation>
    </message>
    <message>
        <source>News from your clinic</source>
        <translation>Noticias de tu clínica</translation>
    </message>
    <message>
        <source>For you to read</source>
        <translation>Para que lo leas</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Sent %1 · Seen</source>
        <translation>Enviado %1 · Visto</translation>
    </message>
    <message>
        <source>Sent %1</source>
        <translation>Enviado %1</translation>
    </message>
    <message>
        <source>Saved. Sign in to send it.</source>
        <translation>Guardado. Entra para enviarlo.</translation>
    </message>
    <message>
        <source>Needs you: your clinic could not take it.</source>
        <translation>Te necesita: tu clínica no pudo recibirlo.</translation>
    </message>
    <message>
        <source>Saved. Checking if it arrived.</source>
        <translation>Guardado. Revisando si llegó.</translation>
    </message>
    <message>
        <source>Saved. Sends when you have signal.</source>
        <translation>Guardado. Se envía cuando tengas señal.</translation>
    </message>
    <message>
        <source>Saved. Not sent yet.</source>
        <translation>Guardado. Aún no se envía.</translation>
    </message>
    <message>
        <source>Something is attached. Ask your clinic for it.</source>
        <translation>Hay algo adjunto. Pídelo a tu clínica.</translation>
    </message>
    <message>
        <source>Attached: %1. Ask your clinic for it.</source>
        <translation>Adjunto: %1. Pídelo a tu clínica.</translation>
    </message>
    <message>
        <source>Refill</source>
        <translation>Resurtido</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Carta</translation>
    </message>
    <message>
        <source>Ride</source>
        <translation>Transporte</translation>
    </message>
    <message>
        <source>Another time</source>
        <translation>Otro horario</translation>
    </message>
    <message>
        <source>My plan</source>
        <translation>Mi plan</translation>
    </message>
    <message>
        <source>Medicine</source>
        <translation>Medicina</translation>
    </message>
    <message>
        <source>My attendance</source>
        <translation>Mi asistencia</translation>
    </message>
    <message>
        <source>A concern</source>
        <translation>Una inquietud</translation>
    </message>
    <message>
        <source>Worksheet</source>
        <translation>Hoja de trabajo</translation>
    </message>
    <message>
        <source>Worksheet: %1</source>
        <translation>Hoja de trabajo: %1</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Tú</translation>
    </message>
    <message>
        <source>Your clinic</source>
        <translation>Tu clínica</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1: %2 %3</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n nuevo</numerusform>
            <numerusform>%n nuevos</numerusform>
        </translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message numerus="yes">
        <source>Messages, %n new</source>
        <translation>
            <numerusform>Mensajes, %n nuevo</numerusform>
            <numerusform>Mensajes, %n nuevos</numerusform>
        </translation>
    </message>
    <message>
        <source>Your care team</source>
        <translation>Tu equipo</translation>
    </message>
    <message>
        <source>Your counselor</source>
        <translation>Consejería</translation>
    </message>
    <message>
        <source>Your clinic has not said when it replies.</source>
        <translation>Tu clínica no ha dicho cuándo responde.</translation>
    </message>
    <message>
        <source>Replies come %1.</source>
        <translation>Las respuestas llegan %1.</translation>
    </message>
    <message>
        <source>%1 replies %2.</source>
        <translation>%1 responde %2.</translation>
    </message>
    <message>
        <source>If it can’t wait, call.</source>
        <translation>Si no puede esperar, llama.</translation>
    </message>
    <message>
        <source>Write to your care team</source>
        <translation>Escribe a tu equipo</translation>
    </message>
    <message>
        <source>Write to %1</source>
        <translation>Escribe a %1</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Otro</translation>
    </message>
    <message>
        <source>It may not be seen right away.</source>
        <translation>Puede que nadie lo vea enseguida.</translation>
    </message>
</context>
<context>
    <name>handrail::MyPeopleView</name>
    <message>
        <source>Call %1</source>
        <translation>Llamar a %1</translation>
    </message>
    <message>
        <source>Text %1</source>
        <translation>Escribir a %1</translation>
    </message>
    <message>
        <source>I’m having a hard time. Can you call me?</source>
        <translation>Estoy pasando un mal momento. ¿Me puedes llamar?</translation>
    </message>
    <message>
        <source>Can you talk for a bit?</source>
        <translation>¿Podemos hablar un rato?</translation>
    </message>
    <message>
        <source>Can you come and be with me?</source>
        <translation>¿Puedes venir a estar conmigo?</translation>
    </message>
    <message>
        <source>Write a name, so that you find it fast.</source>
        <translation>Escribe un nombre, para encontrarlo rápido.</translation>
    </message>
    <message>
        <source>Write a phone number, like 207-555-0142.</source>
        <translation>Escribe un número de teléfono, como 207-555-0142.</translation>
    </message>
</context>
<context>
    <name>handrail::OtherAccountsView</name>
    <message>
        <source>Another person</source>
        <translation>Otra persona</translation>
    </message>
    <message>
        <source>Opens with its PIN</source>
        <translation>Se abre con su PIN</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>Hasta el %1</translation>
    </message>
</context>
<context>
    <name>handrail::OutboxView</name>
    <message>
        <source>What waits can’t be read now</source>
        <translation>Ahora no se puede leer lo que espera</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Nada en espera</translation>
    </message>
    <message>
        <source>Your clinic has everything that you sent from here.</source>
        <translation>Tu clínica tiene todo lo que enviaste desde aquí.</translation>
    </message>
    <message>
        <source>Kept until you close Handrail.</source>
        <translation>Guardado hasta que cierres Handrail.</translation>
    </message>
    <message>
        <source>Safe on this device.</source>
        <translation>A salvo en este dispositivo.</translation>
    </message>
    <message numerus="yes">
        <source>They send by themselves.</source>
        <translation>
            <numerusform>Se envía solo.</numerusform>
            <numerusform>Se envían solos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They go after you sign in.</source>
        <translation>
            <numerusform>Se envía cuando entres.</numerusform>
            <numerusform>Se envían cuando entres.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them need(s) you.</source>
        <translation>
            <numerusform>%n te necesita.</numerusform>
            <numerusform>%n te necesitan.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) waiting</source>
        <translation>
            <numerusform>%n cosa en espera</numerusform>
            <numerusform>%n cosas en espera</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Guardada como %1</translation>
    </message>
    <message>
        <source>No copy was made. Is there room in your Downloads folder?</source>
        <translation>No se hizo una copia. ¿Hay lugar en tu carpeta de Descargas?</translation>
    </message>
</context>
<context>
    <name>handrail::PaperView</name>
    <message>
        <source>Saved as %1. Whoever opens your files can read it.</source>
        <translation>Se guardó como %1. Quien abra tus archivos puede leerla.</translation>
    </message>
    <message>
        <source>It was not saved. Is there room in your Downloads folder? You can try again.</source>
        <translation>No se guardó. ¿Hay lugar en tu carpeta de descargas? Puedes intentarlo otra vez.</translation>
    </message>
</context>
<context>
    <name>handrail::PlanView</name>
    <message>
        <source>Tell your team</source>
        <translation>Decirlo a tu equipo</translation>
    </message>
    <message>
        <source>Your plan names more than one phase for now: %1. Your team can say which one is right.</source>
        <translation>Tu plan nombra más de una fase por ahora: %1. Tu equipo puede decir cuál es la correcta.</translation>
    </message>
    <message>
        <source>Tell %1</source>
        <translation>Decirlo a %1</translation>
    </message>
    <message>
        <source>Made with %1 on %2.</source>
        <translation>Hecho con %1 el %2.</translation>
    </message>
    <message>
        <source>Made with %1.</source>
        <translation>Hecho con %1.</translation>
    </message>
    <message>
        <source>Made on %1.</source>
        <translation>Hecho el %1.</translation>
    </message>
    <message>
        <source>We look at it again on %1.</source>
        <translation>Lo vemos otra vez el %1.</translation>
    </message>
    <message>
        <source>This plan has ended. Your skills and your people stay.</source>
        <translation>Este plan terminó. Tus técnicas y tu gente siguen aquí.</translation>
    </message>
    <message>
        <source>No end date</source>
        <translation>Sin fecha final</translation>
    </message>
    <message>
        <source>You, week %1</source>
        <translation>Tú, semana %1</translation>
    </message>
    <message>
        <source>Week %1 of %2</source>
        <translation>Semana %1 de %2</translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n semana</numerusform>
            <numerusform>%n semanas</numerusform>
        </translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>Desde el %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, you are here</source>
        <translation>%1, estás aquí</translation>
    </message>
    <message>
        <source>With %1</source>
        <translation>Con %1</translation>
    </message>
    <message>
        <source>By %1</source>
        <translation>Hasta el %1</translation>
    </message>
    <message>
        <source>A goal that has no words yet</source>
        <translation>Una meta que aún no tiene palabras</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Lograda</translation>
    </message>
    <message>
        <source>Resting for now</source>
        <translation>En pausa por ahora</translation>
    </message>
    <message>
        <source>Who helps: %1</source>
        <translation>Quién ayuda: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n this week: %1</source>
        <translation>
            <numerusform>%n esta semana: %1</numerusform>
            <numerusform>%n esta semana: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Intensive outpatient program</source>
        <translation>Programa ambulatorio intensivo</translation>
    </message>
    <message>
        <source>Partial hospital program</source>
        <translation>Programa de hospital parcial</translation>
    </message>
    <message>
        <source>Day and night treatment</source>
        <translation>Tratamiento de día y noche</translation>
    </message>
    <message>
        <source>Outpatient care</source>
        <translation>Atención ambulatoria</translation>
    </message>
    <message>
        <source>Aftercare</source>
        <translation>Cuidado posterior</translation>
    </message>
    <message>
        <source>Care program</source>
        <translation>Programa de atención</translation>
    </message>
    <message>
        <source>Planned from %1</source>
        <translation>Planeado desde el %1</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Planeado</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 al %2</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>Desde el %1</translation>
    </message>
    <message>
        <source>Paused now</source>
        <translation>En pausa ahora</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Terminada</translation>
    </message>
    <message>
        <source>Paused %1 to %2</source>
        <translation>En pausa: %1 al %2</translation>
    </message>
    <message>
        <source>Your next step: %1</source>
        <translation>Tu próximo paso: %1</translation>
    </message>
    <message>
        <source>Your program has not set the day yet.</source>
        <translation>Tu programa aún no ha puesto el día.</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>De %1 a %2</translation>
    </message>
    <message>
        <source>Nothing planned</source>
        <translation>Nada planeado</translation>
    </message>
    <message>
        <source>The week before</source>
        <translation>La semana antes</translation>
    </message>
    <message>
        <source>Not planned yet</source>
        <translation>Aún no está planeado</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n sesión</numerusform>
            <numerusform>%n sesiones</numerusform>
        </translation>
    </message>
    <message>
        <source>I don’t understand this goal: “%1”.</source>
        <translation>No entiendo esta meta: “%1”.</translation>
    </message>
    <message>
        <source>I don’t agree with this goal: “%1”.</source>
        <translation>No veo así esta meta: “%1”.</translation>
    </message>
    <message>
        <source>The next step feels too soon.</source>
        <translation>El próximo paso me parece muy pronto.</translation>
    </message>
    <message>
        <source>Write something first.</source>
        <translation>Primero escribe algo.</translation>
    </message>
    <message>
        <source>This is too long to send.</source>
        <translation>Es demasiado largo para enviarlo.</translation>
    </message>
    <message>
        <source>Planned for %1. Your team has not said yet that it began.</source>
        <translation>Planeado para el %1. Tu equipo aún no ha dicho que empezó.</translation>
    </message>
</context>
<context>
    <name>handrail::PrivacyView</name>
    <message>
        <source>None yet. Only you would see them.</source>
        <translation>Todavía ninguna. Solo tú las verías.</translation>
    </message>
    <message>
        <source>1 on this device. Only you see it, unless you bring or send it.</source>
        <translation>1 en este dispositivo. Solo tú la ves, a menos que la lleves o la envíes.</translation>
    </message>
    <message>
        <source>%1 on this device. Only you see them, unless you bring or send one.</source>
        <translation>%1 en este dispositivo. Solo tú las ves, a menos que lleves o envíes una.</translation>
    </message>
    <message>
        <source>You shared it with your care team. They keep what you sent.</source>
        <translation>Lo compartiste con tu equipo de atención. Guardan lo que enviaste.</translation>
    </message>
    <message>
        <source>Only you see it, unless you share it.</source>
        <translation>Solo tú lo ves, a menos que lo compartas.</translation>
    </message>
    <message>
        <source>Not written yet. Only you would see it.</source>
        <translation>Todavía no está escrito. Solo tú lo verías.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a name and who that is</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Signed: %1</source>
        <translation>Firmado: %1</translation>
    </message>
    <message>
        <source>Ended: %1</source>
        <translation>Terminó: %1</translation>
    </message>
    <message>
        <source>Until: %1</source>
        <translation>Hasta: %1</translation>
    </message>
    <message>
        <source>Until you stop it</source>
        <translation>Hasta que lo pares</translation>
    </message>
    <message>
        <source>Only you see them. They are never sent.</source>
        <translation>Solo tú los ves. Nunca se envían.</translation>
    </message>
    <message>
        <source>Only you see them, and on the lock screen those you chose. They are never sent.</source>
        <translation>Solo tú los ves, y en la pantalla de bloqueo los que elegiste. Nunca se envían.</translation>
    </message>
    <message>
        <source>%1 The lock screen shows what you chose.</source>
        <comment>a sentence on who sees the safety plan</comment>
        <translation>%1 La pantalla de bloqueo muestra lo que elegiste.</translation>
    </message>
</context>
<context>
    <name>handrail::ProgressView</name>
    <message>
        <source>You, week %1</source>
        <translation>Tú, semana %1</translation>
    </message>
    <message>
        <source>Week %1 of %2</source>
        <translation>Semana %1 de %2</translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n semana</numerusform>
            <numerusform>%n semanas</numerusform>
        </translation>
    </message>
    <message>
        <source>Ongoing</source>
        <translation>Sin fecha final</translation>
    </message>
    <message>
        <source>%1, %2, you are here</source>
        <translation>%1, %2, aquí te encuentras</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Urges and mood, %1.</source>
        <translation>Ganas y ánimo, %1.</translation>
    </message>
    <message>
        <source>Sleep, %1.</source>
        <translation>Sueño, %1.</translation>
    </message>
    <message numerus="yes">
        <source>You came to %1 of %n session(s).</source>
        <translation>
            <numerusform>Fuiste a %1 de %n sesión.</numerusform>
            <numerusform>Fuiste a %1 de %n sesiones.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) marked</source>
        <translation>
            <numerusform>%n día marcado</numerusform>
            <numerusform>%n días marcados</numerusform>
        </translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message numerus="yes">
        <source>You used a skill %n time(s).</source>
        <translation>
            <numerusform>Usaste una técnica %n vez.</numerusform>
            <numerusform>Usaste técnicas %n veces.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2.</source>
        <comment>a check and its dates</comment>
        <translation>%1, %2.</translation>
    </message>
    <message>
        <source>Counted since %1.</source>
        <translation>Contadas desde el %1.</translation>
    </message>
</context>
<context>
    <name>handrail::RemindersView</name>
    <message>
        <source>Reminder</source>
        <translation>Recordatorio</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>Uno</translation>
    </message>
    <message>
        <source>Twice</source>
        <translation>Dos</translation>
    </message>
</context>
<context>
    <name>handrail::SafetyPlanPaperView</name>
    <message>
        <source>My clinic: %1</source>
        <translation>Mi clínica: %1</translation>
    </message>
    <message>
        <source>My safety plan</source>
        <translation>Mi plan de seguridad</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>number and title of a step</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>I made this page on my own device. In danger, call my local emergency number.</source>
        <translation>Hice esta página en mi propio dispositivo. En peligro, llamar al número de emergencias local.</translation>
    </message>
</context>
<context>
    <name>handrail::SafetyPlanView</name>
    <message>
        <source>My words. Made on %1.</source>
        <translation>Mis palabras. Hecho el %1.</translation>
    </message>
    <message>
        <source>%1 Changed on %2.</source>
        <comment>two sentences</comment>
        <translation>%1 Cambiado el %2.</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Guardado: %1</translation>
    </message>
    <message>
        <source>Your plan can’t be read right now. Nothing was deleted.</source>
        <translation>Tu plan no se puede leer ahora. No se borró nada.</translation>
    </message>
</context>
<context>
    <name>handrail::SafetyView</name>
    <message>
        <source>Not sent yet. Please call.</source>
        <translation>Todavía sin enviar. Llama, por favor.</translation>
    </message>
    <message>
        <source>Not saved yet. This device is full. Please call.</source>
        <translation>Todavía sin guardar. Este dispositivo está lleno. Llama, por favor.</translation>
    </message>
    <message>
        <source>Not saved on this device yet. Please call.</source>
        <translation>Todavía sin guardar en este dispositivo. Llama, por favor.</translation>
    </message>
    <message>
        <source>Not sent yet. Sending now.</source>
        <translation>Todavía sin enviar. Se está enviando.</translation>
    </message>
    <message>
        <source>Not sent yet – no signal. Please call.</source>
        <translation>Todavía sin enviar: no hay señal. Llama, por favor.</translation>
    </message>
    <message>
        <source>Not sent yet. It goes after you sign in. Please call.</source>
        <translation>Todavía sin enviar. Sale cuando entres. Llama, por favor.</translation>
    </message>
    <message>
        <source>Your clinic could not take it. Please call.</source>
        <translation>Tu clínica no pudo recibirlo. Llama, por favor.</translation>
    </message>
    <message>
        <source>Sent to your care team.</source>
        <translation>Enviado a tu equipo de atención.</translation>
    </message>
    <message>
        <source>Sent to your care team %1.</source>
        <translation>Enviado a tu equipo de atención %1</translation>
    </message>
    <message>
        <source>Your clinic says it reads these answers in its office hours.</source>
        <translation>Tu clínica dice que lee estas respuestas en su horario de oficina.</translation>
    </message>
    <message>
        <source>Your clinic says it reads these answers day and night. It can still take time.</source>
        <translation>Tu clínica dice que lee estas respuestas de día y de noche. Aun así puede tardar.</translation>
    </message>
    <message>
        <source>Earlier today was hard.</source>
        <translation>Hace un rato fue difícil.</translation>
    </message>
    <message>
        <source>Yesterday was hard.</source>
        <translation>Ayer fue difícil.</translation>
    </message>
    <message>
        <source>You said this on %1. %2</source>
        <comment>a day, and where the answer is now: You said this on Nov 5. Sent to your care team.</comment>
        <translation>Dijiste esto el %1. %2</translation>
    </message>
</context>
<context>
    <name>handrail::ScheduleView</name>
    <message>
        <source>Times are in %1 time.</source>
        <translation>Las horas son las de %1.</translation>
    </message>
    <message>
        <source>No more sessions this week</source>
        <translation>No hay más sesiones esta semana</translation>
    </message>
    <message>
        <source>No sessions this week</source>
        <translation>No hay sesiones esta semana</translation>
    </message>
    <message>
        <source>Your clinic has not planned the next one yet.</source>
        <translation>Tu clínica todavía no programa la próxima.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>A day of the week strip, spoken: &quot;Friday 20, 3 sessions&quot;</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n sesión</numerusform>
            <numerusform>%n sesiones</numerusform>
        </translation>
    </message>
    <message>
        <source>Your next one is %1, %2.</source>
        <translation>Tu próxima sesión: %1, %2</translation>
    </message>
    <message>
        <source>Your next one is %1, %2. It is not confirmed yet.</source>
        <translation>Tu próxima sesión: %1, %2 (aún sin confirmar)</translation>
    </message>
</context>
<context>
    <name>handrail::SessionView</name>
    <message>
        <source>No map opened. The address is %1.</source>
        <translation>No se abrió ningún mapa. La dirección es %1.</translation>
    </message>
    <message>
        <source>Given to your calendar. It is called “Appointment”.</source>
        <translation>La pasamos a tu calendario. Se llama “Cita”.</translation>
    </message>
    <message>
        <source>No calendar opened on this device.</source>
        <translation>No se abrió ningún calendario en este dispositivo.</translation>
    </message>
    <message>
        <source>Given to your calendar.</source>
        <translation>La pasamos a tu calendario.</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>Cita</translation>
    </message>
    <message>
        <source>Given to your calendar. Each is called “Appointment”.</source>
        <translation>Está en tu calendario. Cada una se llama “Cita”.</translation>
    </message>
    <message>
        <source>There is nothing planned to add.</source>
        <translation>No hay nada previsto que agregar.</translation>
    </message>
    <message>
        <source>This device is full. Free some space, then try again.</source>
        <translation>Este dispositivo está lleno. Libera espacio e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>Saved as %1. Whoever opens your files can read it.</source>
        <translation>Se guardó como %1. Quien abra tus archivos puede leerlo.</translation>
    </message>
    <message>
        <source>This device can’t save right now. Please try again.</source>
        <translation>Este dispositivo no puede guardar ahora. Inténtalo de nuevo, por favor.</translation>
    </message>
</context>
<context>
    <name>handrail::SharingView</name>
    <message>
        <source>Ended on %1</source>
        <translation>Terminó el %1</translation>
    </message>
    <message>
        <source>Was until %1</source>
        <translation>Fue hasta el %1</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>Hasta el %1</translation>
    </message>
    <message>
        <source>Until you stop</source>
        <translation>Hasta que pares</translation>
    </message>
    <message>
        <source>You signed on %1</source>
        <translation>Firmaste el %1</translation>
    </message>
    <message>
        <source>Your clinic signs this too, before anything is shared. You will see it here. Then you can make the code.</source>
        <translation>Tu clínica también firma esto antes de que se comparta algo. Lo verás aquí. Luego puedes hacer el código.</translation>
    </message>
    <message>
        <source>%1 has not used the invitation yet.</source>
        <translation>%1 aún no ha usado la invitación.</translation>
    </message>
    <message>
        <source>%1 sees nothing. They were not told why.</source>
        <translation>%1 no ve nada. No se le dijo por qué.</translation>
    </message>
    <message>
        <source>The time is over. %1 sees nothing.</source>
        <translation>El tiempo se acabó. %1 no ve nada.</translation>
    </message>
    <message>
        <source>Until %1, before the session</source>
        <translation>Hasta el %1, antes de la sesión</translation>
    </message>
    <message>
        <source>This session is now after your permission ends. %1 can’t join it with this one. To share it, sign again. There will be a new code to give.</source>
        <translation>Esta sesión es ahora después de que termina tu permiso. Con este, %1 no puede unirse. Para compartirla, firma otra vez. Habrá un código nuevo para dar.</translation>
    </message>
    <message>
        <source>Sign again for %1</source>
        <translation>Firmar otra vez para %1</translation>
    </message>
    <message>
        <source>Without %1: %2</source>
        <comment>a name, and when a session is</comment>
        <translation>Sin %1: %2</translation>
    </message>
    <message>
        <source>Your clinic holds this session without %1, who does not see it. You can ask your clinic why.</source>
        <translation>Tu clínica hace esta sesión sin %1, que no la ve. Puedes preguntarle a tu clínica por qué.</translation>
    </message>
</context>
<context>
    <name>handrail::SkillView</name>
    <message>
        <source>Thoughts and acts (CBT)</source>
        <translation>Pensamientos y actos (TCC)</translation>
    </message>
    <message>
        <source>Strong feelings (DBT)</source>
        <translation>Emociones fuertes (DBT)</translation>
    </message>
    <message>
        <source>Mindfulness</source>
        <translation>Atención plena</translation>
    </message>
    <message>
        <source>What matters to you</source>
        <translation>Lo que te importa</translation>
    </message>
    <message>
        <source>%1 before, %2 now</source>
        <translation>%1 antes, %2 ahora</translation>
    </message>
    <message>
        <source>Sources: %1. %2</source>
        <comment>sources; who reviewed it and when</comment>
        <translation>Fuentes: %1. %2</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
</context>
<context>
    <name>handrail::SkillsView</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message>
        <source>Your favorites and what you hid can’t be read any more. You can choose again.</source>
        <translation>Ya no se pueden leer tus favoritas ni lo que ocultaste. Puedes elegir de nuevo.</translation>
    </message>
</context>
<context>
    <name>handrail::SyncView</name>
    <message>
        <source>Your sessions</source>
        <translation>Tus sesiones</translation>
    </message>
    <message>
        <source>People to call</source>
        <translation>Personas a quienes llamar</translation>
    </message>
    <message>
        <source>Your plan and medicine</source>
        <translation>Tu plan y tus medicinas</translation>
    </message>
    <message>
        <source>Check-in</source>
        <translation>Registro</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) waiting to send</source>
        <translation>
            <numerusform>%n cosa por enviar</numerusform>
            <numerusform>%n cosas por enviar</numerusform>
        </translation>
    </message>
    <message>
        <source>Please sign in again</source>
        <translation>Entra de nuevo, por favor</translation>
    </message>
    <message>
        <source>What is saved here stays.</source>
        <translation>Lo que está guardado aquí se queda.</translation>
    </message>
    <message>
        <source>Nothing is kept after you close Handrail</source>
        <translation>No se guarda nada cuando cierras Handrail</translation>
    </message>
    <message>
        <source>This device has no safe place for a key.</source>
        <translation>Este dispositivo no tiene un lugar seguro para una llave.</translation>
    </message>
    <message>
        <source>You see what is saved here.</source>
        <translation>Ves lo que está guardado aquí.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Sigue</translation>
    </message>
    <message>
        <source>Not shared by your clinic</source>
        <translation>Tu clínica no lo comparte</translation>
    </message>
    <message numerus="yes">
        <source>%n saved on this device</source>
        <translation>
            <numerusform>%n guardado en este dispositivo</numerusform>
            <numerusform>%n guardados en este dispositivo</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>Loading %1 of %2</source>
        <translation>Cargando %1 de %2</translation>
    </message>
    <message>
        <source>Part %1 of %2.</source>
        <translation>Parte %1 de %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) need you</source>
        <translation>
            <numerusform>%n cosa te necesita</numerusform>
            <numerusform>%n cosas te necesitan</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept here. See what to do.</source>
        <translation>Queda aquí. Mira qué puedes hacer.</translation>
    </message>
    <message>
        <source>You’re offline. That’s okay.</source>
        <translation>No tienes conexión. No pasa nada.</translation>
    </message>
    <message>
        <source>Saved on this device %1. Works offline.</source>
        <translation>Guardado en este dispositivo %1 Funciona sin conexión.</translation>
    </message>
    <message>
        <source>Sign in to see what is shared with you.</source>
        <translation>Inicia sesión para ver lo que se comparte contigo.</translation>
    </message>
</context>
<context>
    <name>handrail::TodayView</name>
    <message>
        <source>Hi</source>
        <translation>Hola</translation>
    </message>
    <message>
        <source>Hi, %1</source>
        <translation>Hola, %1</translation>
    </message>
    <message>
        <source>%1, you were there</source>
        <translation>%1, estuviste ahí</translation>
    </message>
    <message>
        <source>No sessions this week</source>
        <translation>No hay sesiones esta semana</translation>
    </message>
    <message>
        <source>%1 of %2 this week</source>
        <translation>%1 de %2 esta semana</translation>
    </message>
    <message>
        <source>Week %1 of %2</source>
        <translation>Semana %1 de %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Your care team has it.</source>
        <translation>Tu equipo de atención lo tiene.</translation>
    </message>
    <message>
        <source>Saved here. Not sent yet.</source>
        <translation>Guardado aquí. Todavía sin enviar.</translation>
    </message>
    <message>
        <source>Your answers are kept.</source>
        <translation>Tus respuestas están guardadas.</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s). Skip any.</source>
        <translation>
            <numerusform>%n pregunta. Puedes saltarla.</numerusform>
            <numerusform>%n preguntas. Puedes saltar cualquiera.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your clinic’s questions are not here yet.</source>
        <translation>Las preguntas de tu clínica todavía no llegan.</translation>
    </message>
    <message>
        <source>Your clinic could not take it. It needs you.</source>
        <translation>Tu clínica no lo pudo recibir. Te necesita.</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>Hasta el %1</translation>
    </message>
    <message>
        <source>The program has ended</source>
        <translation>El programa terminó</translation>
    </message>
    <message>
        <source>No end date</source>
        <translation>Sin fecha final</translation>
    </message>
    <message>
        <source>Weekly check-in</source>
        <translation>Registro semanal</translation>
    </message>
    <message>
        <source>60-second check-in</source>
        <translation>Registro de un minuto</translation>
    </message>
    <message>
        <source>The next one is from %1. Any day is okay.</source>
        <translation>El próximo es desde el %1. Cualquier día está bien.</translation>
    </message>
    <message>
        <source>%1, month %2</source>
        <translation>%1, mes %2</translation>
    </message>
    <message>
        <source>Kept on this device. It is not sent.</source>
        <translation>Guardado en este dispositivo. No se envía.</translation>
    </message>
    <message>
        <source>Your answers from %1 are kept.</source>
        <translation>Tus respuestas del %1 están guardadas.</translation>
    </message>
    <message>
        <source>There is a check-in for today already. What you began here is kept.</source>
        <translation>Ya hay un registro de hoy. Lo que empezaste aquí está guardado.</translation>
    </message>
    <message>
        <source>Your clinic’s server does not take check-ins or forms from this app.</source>
        <translation>El servidor de tu clínica no acepta registros ni formularios de esta app.</translation>
    </message>
</context>
<context>
    <name>handrail::TravelView</name>
    <message>
        <source>Own car</source>
        <translation>Carro propio</translation>
    </message>
    <message>
        <source>A ride</source>
        <translation>Alguien me lleva</translation>
    </message>
    <message>
        <source>Bus or train</source>
        <translation>Autobús o tren</translation>
    </message>
    <message>
        <source>On foot or by bike</source>
        <translation>A pie o en bici</translation>
    </message>
    <message>
        <source>Online, from where I am</source>
        <translation>En línea, desde donde estoy</translation>
    </message>
    <message>
        <source>%1, %2 min</source>
        <translation>%1, %2 min</translation>
    </message>
    <message>
        <source>Write the minutes as a number, up to %1.</source>
        <translation>Escribe los minutos como número, hasta %1.</translation>
    </message>
    <message>
        <source>Leave by %1</source>
        <translation>Sal antes de %1</translation>
    </message>
</context>
<context>
    <name>handrail::VisitSummaryView</name>
    <message>
        <source>For my visit</source>
        <translation>Para mi visita</translation>
    </message>
    <message>
        <source>I made this page on my own device, for my visit. It is not a medical record.</source>
        <translation>Hice esta página en mi propio dispositivo, para mi visita. No es un expediente médico.</translation>
    </message>
    <message>
        <source>Urges and mood, 0 to 10</source>
        <translation>Ganas y ánimo, de 0 a 10</translation>
    </message>
    <message>
        <source>Urge</source>
        <translation>Ganas</translation>
    </message>
    <message>
        <source>Mood</source>
        <translation>Ánimo</translation>
    </message>
    <message>
        <source>Hours of sleep</source>
        <translation>Horas de sueño</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sesiones</translation>
    </message>
    <message numerus="yes">
        <source>I came to %1 of %n session(s).</source>
        <translation>
            <numerusform>Fui a %1 de %n sesión.</numerusform>
            <numerusform>Fui a %1 de %n sesiones.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The clinic has not marked %n session(s) yet.</source>
        <translation>
            <numerusform>La clínica todavía no marcó %n sesión.</numerusform>
            <numerusform>La clínica todavía no marcó %n sesiones.</numerusform>
        </translation>
    </message>
    <message>
        <source>No sessions in this time.</source>
        <translation>No hay sesiones en este tiempo.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Days I took care of myself</source>
        <translation>Días en que me cuidé</translation>
    </message>
    <message>
        <source>No day is marked in this time.</source>
        <translation>No hay días marcados en este tiempo.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a day and a word</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Notes from the visit</source>
        <translation>Notas de la visita</translation>
    </message>
    <message>
        <source>Crisis help: call or text %1.</source>
        <translation>Ayuda en una crisis: llama o escribe al %1.</translation>
    </message>
    <message>
        <source>Crisis help: call %1.</source>
        <translation>Ayuda en una crisis: llama al %1.</translation>
    </message>
    <message>
        <source>What I want to talk about</source>
        <translation>De qué quiero hablar</translation>
    </message>
    <message>
        <source>Nothing is on my list.</source>
        <translation>No hay nada en mi lista.</translation>
    </message>
    <message>
        <source>My program</source>
        <translation>Mi programa</translation>
    </message>
    <message>
        <source>Week %1 of %2</source>
        <translation>Semana %1 de %2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between things in a list</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Skills I used</source>
        <translation>Técnicas que usé</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n time(s)</source>
        <comment>a skill, how often it was used</comment>
        <translation>
            <numerusform>%1, %n vez</numerusform>
            <numerusform>%1, %n veces</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: strength %2 of 10 before, %3 after</source>
        <comment>a skill; how strong it felt</comment>
        <translation>%1: fuerza %2 de 10 antes, %3 después</translation>
    </message>
    <message>
        <source>No skill to show from this time.</source>
        <translation>No hay ninguna técnica que mostrar de este tiempo.</translation>
    </message>
    <message>
        <source>Visit with %1, %2</source>
        <comment>a person and a day</comment>
        <translation>Visita con %1, %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a session and a day</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>My goals</source>
        <translation>Mis metas</translation>
    </message>
    <message>
        <source>No goals to show.</source>
        <translation>No hay metas para mostrar.</translation>
    </message>
    <message>
        <source>Medicine</source>
        <translation>Medicina</translation>
    </message>
    <message>
        <source>No medicine is on my list.</source>
        <translation>No hay ninguna medicina en mi lista.</translation>
    </message>
    <message>
        <source>Counted since %1.</source>
        <translation>Contadas desde el %1.</translation>
    </message>
    <message>
        <source>Check-ins that only you can see are not on this page.</source>
        <translation>Los registros que solo tú puedes ver no están en esta página.</translation>
    </message>
</context>
<context>
    <name>handrail::WorksheetView</name>
    <message>
        <source>What you wrote here before can’t be read. You can begin a new one.</source>
        <translation>Lo que escribiste aquí antes no se puede leer. Puedes empezar otra hoja.</translation>
    </message>
    <message>
        <source>You began this one: %1, %2.</source>
        <translation>Empezaste esta: %1, %2.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Guardado: %1</translation>
    </message>
    <message>
        <source>My words. Made %1.</source>
        <translation>Mis palabras. Hecho: %1.</translation>
    </message>
    <message>
        <source>My words. Made %1, changed %2.</source>
        <translation>Mis palabras. Hecho: %1; cambiado: %2.</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>En cualquier momento</translation>
    </message>
    <message>
        <source>This list is full. Take something away to add another.</source>
        <translation>Esta lista está llena. Quita algo para agregar otra cosa.</translation>
    </message>
    <message>
        <source>Picked for now</source>
        <translation>Elegido para ahora</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Some of what you wrote last could not be kept on this device.</source>
        <translation>Algo de lo último que escribiste no se pudo guardar en este dispositivo.</translation>
    </message>
</context>
</TS>
