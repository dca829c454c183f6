namespace GenAiCourse; /// <summary>p</summary>
public static class P;
