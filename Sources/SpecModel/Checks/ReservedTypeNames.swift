// Names of types that every program imports, by module. Written by scripts/make-reserved-names.py: do not edit.

/// Types that a type of the spec would hide, or be mistaken for.
public enum ReservedTypeNames {
    /// The modules, each with the names of its types.
    static let modules = [
        (
            module: "GitLabRuntime",
            """
            AccessToken AccessTokenProvider AccessTokenRequest AdaptiveConcurrency
            AsyncHTTPClientTransport Boxed CalendarDate ClientClock ConcurrentPages Conditional
            Constraint Credentials CustomListRequest CustomRequest Download DownloadRequest
            EmptyResponse EncodedContent Endpoint EndpointRequest EntityTag FieldRecorder FileContent
            FileUpload FolderFile GitLabClient GitLabError GitLabModel GitLabRequest GroupReference
            IDOrPath IDOrPathConvertible Item JSONError JSONReadable JSONReader JSONValue KeysetOrder
            KeysetPagedRequest ListEnd ListRequest LogLines Middleware ModelFields NamespaceReference
            OAuthRefresh OAuthTokens OffsetPagedRequest OpenEnum OpenEnumRawValue OpenedRequestBody
            OrNull OutgoingRequest Page PageCursor PageSequence PagedList Paging ParameterEncodable
            ParameterEncoder ParameterHash ParameterValue Parameters ParentPath ParentResource
            ParentTemplate PathAttributes Polling Precondition PreparedRequest ProjectReference
            RateLimit RateLimitStatus RawResponse Redacted RequestBody Response ResponseBody RetryPolicy
            StateSequence SystemClock TimeoutError Timeouts Timestamp TransferProgress Transport
            TransportActivity TransportError TransportResponse URLSessionTransport UnexpectedContent
            UserReference WaitOutcome WriteState
            """
        ),
        (
            module: "HTTPTypes",
            """
            HTTP2ErrorCode HTTP3ErrorCode HTTPField HTTPFields HTTPRequest HTTPResponse
            """
        ),
        (
            module: "Swift",
            """
            Actor AdditiveArithmetic AnyActor AnyBidirectionalCollection AnyClass AnyCollection
            AnyHashable AnyIndex AnyIterator AnyKeyPath AnyObject AnyRandomAccessCollection
            AnyRegexOutput AnySequence Array ArrayLiteralConvertible ArraySlice AsyncCompactMapSequence
            AsyncDropFirstSequence AsyncDropWhileSequence AsyncFilterSequence AsyncFlatMapSequence
            AsyncIteratorProtocol AsyncMapSequence AsyncPrefixSequence AsyncPrefixWhileSequence
            AsyncSequence AsyncStream AsyncThrowingCompactMapSequence AsyncThrowingDropWhileSequence
            AsyncThrowingFilterSequence AsyncThrowingFlatMapSequence AsyncThrowingMapSequence
            AsyncThrowingPrefixWhileSequence AsyncThrowingStream BidirectionalCollection
            BidirectionalIndexable BidirectionalSlice BinaryFloatingPoint BinaryInteger BitwiseCopyable
            Bool BooleanLiteralConvertible BooleanLiteralType CBool CChar CChar16 CChar32 CChar8 CDouble
            CFloat CFloat16 CInt CLong CLongDouble CLongLong CShort CSignedChar CUnsignedChar
            CUnsignedInt CUnsignedLong CUnsignedLongLong CUnsignedShort CVaListPointer CVarArg CWideChar
            CancellationError CaseIterable Character CheckedContinuation Clock ClosedRange
            ClosedRangeIndex Codable CodingKey CodingKeyRepresentable CodingUserInfoKey Collection
            CollectionDifference CollectionOfOne CommandLine Comparable ConcurrentValue ContiguousArray
            ContinuousClock Copyable CountableClosedRange CountablePartialRangeFrom CountableRange
            CustomConsumingRegexComponent CustomDebugStringConvertible CustomLeafReflectable
            CustomPlaygroundDisplayConvertible CustomPlaygroundQuickLookable CustomReflectable
            CustomStringConvertible Decodable Decoder DecodingError DefaultBidirectionalIndices
            DefaultIndices DefaultRandomAccessIndices DefaultStringInterpolation Dictionary
            DictionaryIndex DictionaryIterator DictionaryLiteral DictionaryLiteralConvertible
            DiscardingTaskGroup DiscontiguousSlice Double DropFirstSequence DropWhileSequence Duration
            DurationProtocol EmptyCollection EmptyIterator Encodable Encoder EncodingError
            EnumeratedIterator EnumeratedSequence Equatable Error Escapable Executor ExecutorJob
            ExpressibleByArrayLiteral ExpressibleByBooleanLiteral ExpressibleByDictionaryLiteral
            ExpressibleByExtendedGraphemeClusterLiteral ExpressibleByFloatLiteral
            ExpressibleByIntegerLiteral ExpressibleByNilLiteral ExpressibleByStringInterpolation
            ExpressibleByStringLiteral ExpressibleByUnicodeScalarLiteral
            ExtendedGraphemeClusterLiteralConvertible ExtendedGraphemeClusterType FixedWidthInteger
            FlattenBidirectionalCollection FlattenBidirectionalCollectionIndex FlattenCollection
            FlattenCollectionIndex FlattenSequence Float Float16 Float32 Float64 Float80
            FloatLiteralConvertible FloatLiteralType FloatingPoint FloatingPointClassification
            FloatingPointRoundingRule FloatingPointSign GlobalActor Hashable Hasher Identifiable
            Indexable IndexableBase IndexingIterator InlineArray InstantProtocol Int Int128 Int16 Int32
            Int64 Int8 IntegerLiteralConvertible IntegerLiteralType IteratorOverOne IteratorProtocol
            IteratorSequence Job JobPriority JoinedIterator JoinedSequence KeyPath KeyValuePairs
            KeyedDecodingContainer KeyedDecodingContainerProtocol KeyedEncodingContainer
            KeyedEncodingContainerProtocol LazyBidirectionalCollection LazyCollection
            LazyCollectionProtocol LazyDropWhileBidirectionalCollection LazyDropWhileCollection
            LazyDropWhileIndex LazyDropWhileIterator LazyDropWhileSequence
            LazyFilterBidirectionalCollection LazyFilterCollection LazyFilterIndex LazyFilterIterator
            LazyFilterSequence LazyMapBidirectionalCollection LazyMapCollection LazyMapIterator
            LazyMapRandomAccessCollection LazyMapSequence LazyPrefixWhileBidirectionalCollection
            LazyPrefixWhileCollection LazyPrefixWhileIndex LazyPrefixWhileIterator
            LazyPrefixWhileSequence LazyRandomAccessCollection LazySequence LazySequenceProtocol
            LosslessStringConvertible MainActor ManagedBuffer ManagedBufferPointer MemoryLayout Mirror
            MirrorPath MutableBidirectionalSlice MutableCollection MutableIndexable
            MutableRandomAccessSlice MutableRangeReplaceableBidirectionalSlice
            MutableRangeReplaceableRandomAccessSlice MutableRangeReplaceableSlice MutableRawSpan
            MutableSlice MutableSpan Never NilLiteralConvertible Numeric ObjectIdentifier OpaquePointer
            OptionSet Optional OutputRawSpan OutputSpan PartialAsyncTask PartialKeyPath PartialRangeFrom
            PartialRangeThrough PartialRangeUpTo PlaygroundQuickLook PrefixSequence
            RandomAccessCollection RandomAccessIndexable RandomAccessSlice RandomNumberGenerator Range
            RangeExpression RangeReplaceableBidirectionalSlice RangeReplaceableCollection
            RangeReplaceableIndexable RangeReplaceableRandomAccessSlice RangeReplaceableSlice RangeSet
            RawRepresentable RawSpan ReferenceWritableKeyPath Regex RegexComponent
            RegexRepetitionBehavior RegexSemanticLevel RegexWordBoundaryKind Repeated Result
            ReversedCollection ReversedIndex ReversedRandomAccessCollection SIMD SIMD16 SIMD2 SIMD3
            SIMD32 SIMD4 SIMD64 SIMD8 SIMDMask SIMDScalar SIMDStorage Sendable SendableMetatype Sequence
            SerialExecutor Set SetAlgebra SetIndex SetIterator SignedInteger SignedNumeric
            SingleValueDecodingContainer SingleValueEncodingContainer Slice Span StaticBigInt
            StaticString StrideThrough StrideThroughIterator StrideTo StrideToIterator Strideable String
            StringInterpolationConvertible StringInterpolationProtocol StringLiteralConvertible
            StringLiteralType StringProtocol Substring SuspendingClock SystemRandomNumberGenerator Task
            TaskExecutor TaskGroup TaskLocal TaskPriority TextOutputStream TextOutputStreamable
            ThrowingDiscardingTaskGroup ThrowingTaskGroup UInt UInt128 UInt16 UInt32 UInt64 UInt8 UTF16
            UTF32 UTF8 UTF8Span UnboundedRange UnboundedRange_ UnfoldFirstSequence UnfoldSequence
            Unicode UnicodeCodec UnicodeDecodingResult UnicodeScalar UnicodeScalarLiteralConvertible
            UnicodeScalarType UnkeyedDecodingContainer UnkeyedEncodingContainer Unmanaged UnownedJob
            UnownedSerialExecutor UnownedTaskExecutor UnsafeBufferPointer UnsafeBufferPointerIterator
            UnsafeConcurrentValue UnsafeContinuation UnsafeCurrentTask UnsafeMutableBufferPointer
            UnsafeMutablePointer UnsafeMutableRawBufferPointer UnsafeMutableRawBufferPointerIterator
            UnsafeMutableRawPointer UnsafePointer UnsafeRawBufferPointer UnsafeRawBufferPointerIterator
            UnsafeRawPointer UnsafeSendable UnsafeThrowingContinuation UnsignedInteger Void
            WritableKeyPath Zip2Iterator Zip2Sequence
            """
        ),
        (
            module: "Foundation",
            """
            AffineTransform AlignmentOptions AttributeContainer AttributeDynamicLookup AttributeScope
            AttributeScopeCodableConfiguration AttributeScopes AttributedString
            AttributedStringAttributeMutation AttributedStringKey AttributedStringProtocol
            AttributedSubstring BlockOperation Bundle ByteCountFormatter CGFloat CGPoint CGRect
            CGRectEdge CGSize CachedURLResponse Calendar CharacterSet CocoaError
            CodableAttributedStringKey CodableConfiguration CodableWithConfiguration
            ComparableComparator Comparator ComparisonResult ContiguousBytes CustomNSError Data
            DataProtocol Date DateComponents DateFormatter DateInterval DateIntervalFormatter Decimal
            DecodableAttributedStringKey DecodableWithConfiguration DecodingConfigurationProviding
            Dimension DiscontiguousAttributedSubstring DiscreteFormatStyle EncodableAttributedStringKey
            EncodableWithConfiguration EncodingConfigurationProviding EnergyFormatter Expression
            FileAttributeKey FileAttributeType FileHandle FileManager FileManagerDelegate
            FileProtectionType FormatStyle Formatter HTTPCookie HTTPCookiePropertyKey HTTPCookieStorage
            HTTPURLResponse Host ISO8601DateFormatter IndexPath IndexSet InflectionRule InputStream
            JSONDecoder JSONEncoder JSONSerialization LengthFormatter Locale LocalizedError
            MarkdownDecodableAttributedStringKey MassFormatter Measurement Morphology
            MutableDataProtocol NSAffineTransform NSAffineTransformStruct NSArray NSAttributedString
            NSBinarySearchingOptions NSCache NSCacheDelegate NSCalendar NSCharacterSet NSCoder NSCoding
            NSComparisonPredicate NSCompoundPredicate NSCondition NSConditionLock NSCopying NSCountedSet
            NSData NSDate NSDateComponents NSDateInterval NSDecimalNumber NSDecimalNumberBehaviors
            NSDecimalNumberHandler NSDictionary NSEdgeInsets NSEnumerationOptions NSEnumerator NSError
            NSErrorDomain NSExceptionName NSExpression NSIndexPath NSIndexSet NSIndexSetIterator
            NSKeyedArchiver NSKeyedArchiverDelegate NSKeyedUnarchiver NSKeyedUnarchiverDelegate NSLocale
            NSLock NSLocking NSMeasurement NSMutableArray NSMutableAttributedString
            NSMutableCharacterSet NSMutableCopying NSMutableData NSMutableDictionary NSMutableIndexSet
            NSMutableOrderedSet NSMutableSet NSMutableString NSMutableURLRequest NSNotification NSNull
            NSNumber NSObject NSObjectProtocol NSOrderedSet NSOrthography NSPersonNameComponents NSPoint
            NSPointArray NSPointPointer NSPredicate NSRange NSRangePointer NSRect NSRectArray NSRectEdge
            NSRectPointer NSRecursiveLock NSRegularExpression NSSecureCoding NSSet NSSize NSSizeArray
            NSSizePointer NSSortDescriptor NSSortOptions NSString NSTextCheckingKey NSTextCheckingResult
            NSTimeZone NSURL NSURLComponents NSURLQueryItem NSURLRequest NSUUID NSValue NSZone
            Notification NotificationCenter NotificationQueue NumberFormatter ObjCBool
            OperatingSystemVersion Operation OperationQueue OutputStream POSIXError ParseStrategy
            ParseableFormatStyle PersonNameComponents PersonNameComponentsFormatter Pipe Port
            PortDelegate PortMessage Predicate PredicateBindings PredicateError PredicateExpression
            PredicateExpressions Process ProcessInfo Progress ProgressKind ProgressReporting
            ProgressUserInfoKey PropertyListDecoder PropertyListEncoder PropertyListSerialization
            QualityOfService RecoverableError ReferenceConvertible RunLoop Scanner
            ScopedAttributeContainer SocketNativeHandle SocketPort SortComparator SortOrder
            StandardPredicateExpression Stream StreamDelegate StreamNetworkServiceTypeValue
            StreamSOCKSProxyConfiguration StreamSOCKSProxyVersion StreamSocketSecurityLevel
            StringTransform Thread TimeInterval TimeZone Timer URL URLAuthenticationChallenge
            URLAuthenticationChallengeSender URLCache URLComponents URLCredential URLCredentialStorage
            URLError URLFileResourceType URLProtectionSpace URLProtocol URLProtocolClient URLQueryItem
            URLRequest URLResourceKey URLResourceValues URLResponse URLSession URLSessionConfiguration
            URLSessionDataDelegate URLSessionDataTask URLSessionDelegate URLSessionDownloadDelegate
            URLSessionDownloadTask URLSessionStreamDelegate URLSessionStreamTask URLSessionTask
            URLSessionTaskDelegate URLSessionTaskMetrics URLSessionTaskTransactionMetrics
            URLSessionUploadTask URLSessionWebSocketDelegate URLSessionWebSocketTask UUID Unit
            UnitAcceleration UnitAngle UnitArea UnitConcentrationMass UnitConverter UnitConverterLinear
            UnitDispersion UnitDuration UnitElectricCharge UnitElectricCurrent
            UnitElectricPotentialDifference UnitElectricResistance UnitEnergy UnitFrequency
            UnitFuelEfficiency UnitIlluminance UnitInformationStorage UnitLength UnitMass UnitPower
            UnitPressure UnitSpeed UnitTemperature UnitVolume UserDefaults
            """
        ),
        (
            module: "Observation",
            """
            Observable ObservationRegistrar Observations
            """
        ),
        (
            module: "SwiftUI",
            """
            AXChartDescriptorRepresentable AccessibilityActionKind AccessibilityAdjustmentDirection
            AccessibilityAttachmentModifier AccessibilityChildBehavior AccessibilityCustomContentKey
            AccessibilityDirectTouchOptions AccessibilityFocusState AccessibilityHeadingLevel
            AccessibilityLabeledPairRole AccessibilityQuickActionOutlineStyle
            AccessibilityQuickActionPromptStyle AccessibilityQuickActionStyle AccessibilityRotorContent
            AccessibilityRotorContentBuilder AccessibilityRotorEntry AccessibilitySystemRotor
            AccessibilityTechnologies AccessibilityTextContentType AccessibilityTraits
            AccessibilityZoomGestureAction AccessoryBarActionButtonStyle AccessoryBarButtonStyle
            AccessoryCircularCapacityGaugeStyle AccessoryCircularGaugeStyle
            AccessoryLinearCapacityGaugeStyle AccessoryLinearGaugeStyle ActionSheet
            AdaptableTabBarPlacement Alert Alignment AlignmentID AlternatingRowBackgroundBehavior Anchor
            Angle AngularGradient Animatable AnimatableModifier AnimatablePair Animation
            AnimationCompletionCriteria AnimationContext AnimationState AnimationStateKey
            AnimationTimelineSchedule AnyGesture AnyGradient AnyLayout AnyLocation AnyShape
            AnyShapeStyle AnyTransition AnyView App AppStorage AsymmetricTransition AsyncImage
            AsyncImagePhase AutomaticControlGroupStyle AutomaticDisclosureGroupStyle AutomaticFormStyle
            AutomaticLabeledContentStyle AutomaticMenuBarExtraStyle AutomaticNavigationSplitViewStyle
            AutomaticTableStyle AutomaticTextEditorStyle Axis BackgroundProminence BackgroundStyle
            BackgroundTask BadgeProminence BalancedNavigationSplitViewStyle Bindable Binding BlendMode
            BlurReplaceTransition BorderedButtonMenuStyle BorderedButtonStyle BorderedListStyle
            BorderedProminentButtonStyle BorderedTableStyle BorderlessButtonMenuButtonStyle
            BorderlessButtonMenuStyle BorderlessButtonStyle BorderlessPullDownMenuButtonStyle Button
            ButtonBorderShape ButtonMenuStyle ButtonRepeatBehavior ButtonRole ButtonStyle
            ButtonStyleConfiguration ButtonToggleStyle Canvas Capsule CardButtonStyle CarouselListStyle
            CarouselTabViewStyle Chart3D CheckboxToggleStyle Circle CircularGaugeStyle
            CircularProgressViewStyle CodableRepresentation Color ColorMatrix ColorPicker
            ColorRenderingMode ColorResource ColorScheme ColorSchemeContrast ColumnNavigationViewStyle
            ColumnsFormStyle CommandGroup CommandGroupPlacement CommandMenu Commands CommandsBuilder
            CompactDatePickerStyle CompactMenuControlGroupStyle ConcentricRectangle
            ContainerBackgroundPlacement ContainerRelativeShape ContainerValueKey ContainerValues
            ContentMarginPlacement ContentMode ContentShapeKinds ContentSizeCategory ContentTransition
            ContentUnavailableView ContextMenu ControlActiveState ControlGroup ControlGroupStyle
            ControlGroupStyleConfiguration ControlSize CoordinateSpace CoordinateSpaceProtocol
            CubicKeyframe CustomAnimation CustomPresentationDetent CustomizableToolbarContent
            DataRepresentation DatePicker DatePickerComponents DatePickerStyle
            DatePickerStyleConfiguration DefaultButtonStyle DefaultDatePickerStyle
            DefaultDateProgressLabel DefaultFocusEvaluationPriority DefaultGaugeStyle
            DefaultGroupBoxStyle DefaultLabelStyle DefaultListStyle DefaultMenuButtonStyle
            DefaultMenuStyle DefaultNavigationViewStyle DefaultPickerStyle DefaultProgressViewStyle
            DefaultSettingsLinkLabel DefaultShareLinkLabel DefaultTabViewStyle DefaultTextFieldStyle
            DefaultToggleStyle DefaultWindowStyle DefaultWindowToolbarStyle DialogSeverity
            DigitalCrownEvent DigitalCrownRotationalSensitivity DisabledTextSelectability
            DisclosureGroup DisclosureGroupStyle DisclosureGroupStyleConfiguration DisclosureTableRow
            DismissAction DismissBehavior DismissImmersiveSpaceAction DismissSearchAction
            DismissWindowAction Divider DocumentConfiguration DocumentGroup
            DoubleColumnNavigationViewStyle DragGesture DropDelegate DropInfo DropOperation DropProposal
            DynamicProperty DynamicTableRowContent DynamicTypeSize DynamicViewContent Edge EdgeInsets
            EditActions EditButton EditMode EditableCollectionContent Ellipse EllipticalGradient
            EllipticalListStyle EmptyAnimatableData EmptyCommands EmptyModifier EmptyTableRowContent
            EmptyView EmptyVisualEffect EmptyWidgetConfiguration EnabledTextSelectability Entry
            Environment EnvironmentKey EnvironmentObject EnvironmentValues EnvironmentalModifier
            EquatableView EventModifiers EveryMinuteTimelineSchedule ExclusiveGesture
            ExpandedWindowToolbarStyle ExplicitTimelineSchedule FetchRequest FetchedResults
            FieldDatePickerStyle FileDialogBrowserOptions FileDocument FileDocumentConfiguration
            FileDocumentReadConfiguration FileDocumentWriteConfiguration FileRepresentation
            FillShapeStyle FillShapeView FillStyle FocusInteractions FocusState FocusedBinding
            FocusedObject FocusedValue FocusedValueKey FocusedValues Font ForEach ForegroundStyle Form
            FormStyle FormStyleConfiguration Gauge GaugeStyle GaugeStyleConfiguration GeometryEffect
            GeometryProxy GeometryReader Gesture GestureMask GestureState GestureStateGesture Glass
            GlassButtonStyle GlassEffectContainer GlassEffectTransition GlassProminentButtonStyle
            GlobalCoordinateSpace Gradient GraphicalDatePickerStyle GraphicsContext Grid GridItem
            GridLayout GridRow Group GroupBox GroupBoxStyle GroupBoxStyleConfiguration GroupedFormStyle
            GroupedListStyle HSplitView HStack HStackLayout HandGestureShortcut HelpLink
            HiddenTitleBarWindowStyle HierarchicalShapeStyle HierarchicalShapeStyleModifier
            HorizontalAlignment HorizontalEdge HoverEffect HoverPhase IconOnlyLabelStyle
            IdentityTransition Image ImagePaint ImageResource ImmersiveSpace ImmersiveSpaceContent
            ImmersiveSpaceContentBuilder ImmersiveSpaceViewContent ImportFromDevicesCommands
            IndexViewStyle IndexedIdentifierCollection InlinePickerStyle InsetGroupedListStyle
            InsetListStyle InsetTableStyle InsettableShape InspectorCommands InterfaceOrientation
            ItemProviderTableRowModifier KeyEquivalent KeyPress KeyboardShortcut KeyframeAnimator
            KeyframeTimeline KeyframeTrack KeyframeTrackContent KeyframeTrackContentBuilder Keyframes
            KeyframesBuilder Label LabelStyle LabelStyleConfiguration LabeledContent LabeledContentStyle
            LabeledContentStyleConfiguration LabeledControlGroupContent LabeledToolbarItemGroupContent
            Layout LayoutDirection LayoutDirectionBehavior LayoutProperties LayoutSubview LayoutSubviews
            LayoutValueKey LazyHGrid LazyHStack LazyVGrid LazyVStack LegibilityWeight
            LibraryContentBuilder LibraryContentProvider LibraryItem LimitedAvailabilityConfiguration
            LinearCapacityGaugeStyle LinearGaugeStyle LinearGradient LinearKeyframe
            LinearProgressViewStyle Link LinkButtonStyle LinkShapeStyle List ListItemTint
            ListSectionSpacing ListStyle LocalCoordinateSpace LocalizedStringKey LongPressGesture
            MagnificationGesture MagnifyGesture MatchedGeometryProperties Material Menu
            MenuActionDismissBehavior MenuBarExtra MenuBarExtraStyle MenuButton MenuButtonStyle
            MenuControlGroupStyle MenuOrder MenuPickerStyle MenuStyle MenuStyleConfiguration
            MeshGradient ModifiedContent MoveCommandDirection MoveKeyframe MoveTransition
            MultiDatePicker NSHostingSceneBridgingOptions NamedCoordinateSpace Namespace
            NavigationBarItem NavigationControlGroupStyle NavigationLink NavigationLinkPickerStyle
            NavigationPath NavigationSplitView NavigationSplitViewColumn NavigationSplitViewStyle
            NavigationSplitViewStyleConfiguration NavigationSplitViewVisibility NavigationStack
            NavigationTransition NavigationView NavigationViewStyle NewDocumentAction ObservableObject
            ObservedObject OffsetShape OffsetTransition OnInsertTableRowModifier OpacityTransition
            OpenDocumentAction OpenImmersiveSpaceAction OpenURLAction OpenWindowAction
            OrnamentAttachmentAnchor OutlineGroup OutlineSubgroupChildren PageIndexViewStyle
            PageTabViewStyle PagingScrollTargetBehavior PaletteControlGroupStyle PalettePickerStyle
            PaletteSelectionEffect PasteButton Path PeriodicTimelineSchedule PhaseAnimator Picker
            PickerStyle PinnedScrollableViews PlaceholderContentView PlaceholderTextShapeStyle
            PlainButtonStyle PlainListStyle PlainTextEditorStyle PlainTextFieldStyle PlainWindowStyle
            PointerStyle PointerVisibility PopUpButtonPickerStyle PopoverAttachmentAnchor PreferenceKey
            PreferredColorSchemeKey PresentationAdaptation PresentationBackgroundInteraction
            PresentationContentInteraction PresentationDetent PresentationMode PresentationSizing
            PresentedWindowContent Preview PreviewCamera PreviewCameraBuilder PreviewContext
            PreviewContextKey PreviewDevice PreviewLayout PreviewModifier PreviewPlatform
            PreviewProvider PreviewRegistry PreviewTrait PreviewUnavailable Previewable
            PrimitiveButtonStyle PrimitiveButtonStyleConfiguration ProgressView ProgressViewStyle
            ProgressViewStyleConfiguration ProjectionTransform Prominence
            ProminentDetailNavigationSplitViewStyle ProposedViewSize ProxyRepresentation Published
            PullDownButton PullDownMenuBarExtraStyle PullDownMenuButtonStyle PushTransition
            RadialGradient RadioGroupPickerStyle ReceivedTransferredFile Rectangle RectangleCornerRadii
            RedactionReasons ReferenceFileDocument ReferenceFileDocumentConfiguration RefreshAction
            RenameAction RenameButton ResetFocusAction RotateGesture RotatedShape RotationGesture
            RoundedBorderTextEditorStyle RoundedBorderTextFieldStyle RoundedCornerStyle RoundedRectangle
            SafeAreaRegions ScaleTransition ScaledMetric ScaledShape Scene SceneBuilder ScenePadding
            ScenePhase SceneStorage ScrollBounceBehavior ScrollDismissesKeyboardMode
            ScrollEdgeEffectStyle ScrollGeometry ScrollIndicatorVisibility ScrollPhase ScrollPosition
            ScrollTarget ScrollTargetBehavior ScrollTargetBehaviorContext ScrollTransitionConfiguration
            ScrollTransitionPhase ScrollView ScrollViewProxy ScrollViewReader SearchFieldPlacement
            SearchPresentationToolbarBehavior SearchScopeActivation SearchSuggestionsPlacement
            SearchUnavailableContent Section SectionCollection SectionConfiguration
            SectionedFetchRequest SectionedFetchResults SecureField SegmentedPickerStyle
            SelectionShapeStyle SensoryFeedback SentTransferredFile SeparatorShapeStyle SequenceGesture
            Settings SettingsLink Shader ShaderFunction ShaderLibrary ShadowStyle Shape ShapeRole
            ShapeStyle ShapeView ShareLink SharePreview SidebarAdaptableTabViewStyle SidebarCommands
            SidebarListStyle SidebarRowSize SimultaneousGesture SlideTransition Slider SnapshotData
            SnapshotResponse Spacer SpatialContainer SpatialEventCollection SpatialEventGesture
            SpatialTapGesture Spring SpringKeyframe SpringLoadingBehavior SquareBorderTextFieldStyle
            StackNavigationViewStyle State StateObject Stepper StepperFieldDatePickerStyle
            StrokeBorderShapeView StrokeShapeView StrokeStyle SubmitLabel SubmitTriggers
            SubscriptionView Subview SubviewsCollection SwitchToggleStyle SymbolEffectTransition
            SymbolRenderingMode SymbolVariants Tab TabBarOnlyTabViewStyle TabBarPlacement TabContent
            TabContentBuilder TabCustomizationBehavior TabPlacement TabRole TabSection TabView
            TabViewCustomization TabViewStyle Table TableColumn TableColumnAlignment TableColumnBuilder
            TableColumnContent TableColumnCustomization TableColumnCustomizationBehavior
            TableColumnForEach TableForEachContent TableHeaderRowContent TableOutlineGroupContent
            TableRow TableRowBuilder TableRowContent TableStyle TableStyleConfiguration TapGesture Text
            TextAlignment TextAttribute TextEditingCommands TextEditor TextEditorStyle
            TextEditorStyleConfiguration TextField TextFieldLink TextFieldStyle TextFormattingCommands
            TextInputAutocapitalization TextInputDictationActivation TextInputDictationBehavior
            TextRenderer TextSelectability TextSelection TimelineSchedule TimelineScheduleMode
            TimelineView TimelineViewDefaultContext TintShapeStyle TitleAndIconLabelStyle
            TitleBarWindowStyle TitleOnlyLabelStyle Toggle ToggleStyle ToggleStyleConfiguration
            ToolbarCommands ToolbarContent ToolbarContentBuilder ToolbarCustomizationBehavior
            ToolbarCustomizationOptions ToolbarDefaultItemKind ToolbarItem ToolbarItemGroup
            ToolbarItemPlacement ToolbarPlacement ToolbarRole ToolbarSpacer ToolbarTitleDisplayMode
            ToolbarTitleMenu TouchBar TouchBarItemPresence Transaction TransactionKey
            TransferRepresentation TransferRepresentationBuilder TransferRepresentationVisibility
            Transferable TransformedShape Transition TransitionPhase TransitionProperties
            TupleTableColumnContent TupleTableRowContent TupleTransferRepresentation TupleView
            TypesettingLanguage UIApplicationDelegateAdaptor UIHostingConfiguration UIHostingController
            UIHostingControllerSizingOptions UITraitBridgedEnvironmentKey UIViewControllerRepresentable
            UIViewControllerRepresentableContext UIViewRepresentable UIViewRepresentableContext
            UnevenRoundedRectangle UnifiedCompactWindowToolbarStyle UnifiedWindowToolbarStyle UnitCurve
            UnitPoint UserInterfaceSizeClass UtilityWindow VSplitView VStack VStackLayout
            VectorArithmetic VerticalAlignment VerticalEdge VerticalPageTabViewStyle View
            ViewAlignedScrollTargetBehavior ViewBuilder ViewDimensions ViewModifier ViewSpacing
            ViewThatFits Visibility VisualEffect WebPage WebView WheelDatePickerStyle WheelPickerStyle
            Widget WidgetBundle WidgetBundleBuilder WidgetConfiguration Window
            WindowBackgroundShapeStyle WindowDragGesture WindowGroup WindowIdealSize
            WindowInteractionBehavior WindowLayoutRoot WindowManagerRole WindowMenuBarExtraStyle
            WindowPlacement WindowPlacementContext WindowProxy WindowResizability WindowStyle
            WindowToolbarFullScreenVisibility WindowToolbarStyle ZStack ZStackLayout
            ZoomNavigationTransition
            """
        ),
    ]

    /// Members that GitLabClient has already.
    static let clientMembers = """
        baseURL configuration credentials customMirror debugDescription delete description download get
        httpRequest lines pages post put rateLimitStatus rateLimitStatuses raw send sendsCredentialsInClear
        states sudo transport with
        """
}
